import type { AccountEventKind } from '@renkei/contract';
import { type CallEvent, findContact } from '@renkei/graph-api';
import { endOf } from '../read-call.ts';
import { byWord, personName, refusalOf, type TellField, type Telling, tell } from './define.ts';

const statuses = {
  RINGING: 'call.ringing',
  ACCEPTED: 'call.accepted',
  REJECTED: 'call.rejected',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellCalls: TellField<'calls'> = ({ calls, statuses: told, contacts, errors }) => {
  const nameOf = (ids: { readonly waId: string | undefined; readonly userId: string | undefined }) =>
    personName({ ...ids, name: findContact(contacts, ids)?.profileName });
  return [
    ...calls.map((reading): Telling => {
      if (!reading.ok) return { event: null, told: null, value: reading.raw };
      const call = reading.item;
      const calledBy = call.direction === 'BUSINESS_INITIATED' ? 'business' : 'contact';
      const ids =
        calledBy === 'contact'
          ? { waId: call.from, userId: call.from_user_id }
          : { waId: call.to, userId: call.to_user_id };
      return {
        event: call.event,
        told: tell(kindOf(call, errors.length > 0), {
          callId: call.id,
          person: nameOf(ids),
          calledBy,
          durationSeconds: call.duration ?? null,
          ...refusalOf(errors),
        }),
        occurredAt: new Date(call.timestamp * 1000),
        value: reading.raw,
      };
    }),
    ...told.map((reading): Telling => {
      if (!reading.ok) return { event: null, told: null, value: reading.raw };
      const { id, status, recipientId: waId, recipientUserId: userId, timestamp, raw } = reading.status;
      return {
        event: status,
        told: tell(byWord(statuses, status), {
          callId: id,
          person: nameOf({ waId, userId }),
          calledBy: 'business',
        }),
        occurredAt: new Date(timestamp * 1000),
        value: raw,
      };
    }),
  ];
};

const ends = { answered: 'call.ended', missed: 'call.missed', failed: 'call.failed' } as const;

function kindOf(call: CallEvent, hasErrors: boolean) {
  if (call.event === 'connect' || call.event === 'call_created') return 'call.begun';
  return call.event === 'terminate' ? ends[endOf(call, hasErrors)] : undefined;
}
