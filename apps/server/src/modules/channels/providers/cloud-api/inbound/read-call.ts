import {
  type CallEvent,
  type CallsValue,
  findContact,
  type MessageStatus,
  type NumberScope,
} from '@renkei/graph-api';
import type { InboundPerson, ReceivedCall } from '../../../inbound.ts';

type CallFact = Omit<ReceivedCall, 'phoneNumberId'>;

/**
 * A call begins or ends. What the customer does opens the customer service window: calling us, answered or not, or
 * accepting our call. (business rules: Meta, "Calling: customer service window", 2026)
 */
export function readCallEvent(call: CallEvent, scope: Pick<CallsValue, 'contacts' | 'errors'>): CallFact {
  const calledBy = call.direction === 'BUSINESS_INITIATED' ? 'business' : 'contact';
  const ids =
    calledBy === 'contact'
      ? { waId: call.from, userId: call.from_user_id }
      : { waId: call.to, userId: call.to_user_id };
  const startedAt = instantOf(call.start_time);
  const toldAt = new Date(call.timestamp * 1000);
  const ended = call.event === 'terminate';
  return {
    fact: 'call',
    callId: call.id,
    person: personOf(ids, scope),
    calledBy,
    outcome: ended ? endOf(call, scope.errors.length > 0) : 'ringing',
    durationMs: ended && startedAt && call.duration !== undefined ? Math.round(call.duration * 1000) : null,
    toldAt,
    opensWindowAt: calledBy === 'contact' && !ended ? toldAt : startedAt,
  };
}

/** Without a start nobody picked up; the errors of the value say that it was not for want of a person. */
export function endOf(call: CallEvent, hasErrors: boolean): 'answered' | 'failed' | 'missed' {
  if (call.start_time !== undefined) return 'answered';
  return hasErrors ? 'failed' : 'missed';
}

const outcomes: Readonly<Record<string, ReceivedCall['outcome']>> = {
  RINGING: 'ringing',
  ACCEPTED: 'answered',
  REJECTED: 'rejected',
};

/** Statuses are told of calls that the business makes. Undefined: a word we do not know. */
export function readCallStatus(status: MessageStatus, scope: NumberScope): CallFact | undefined {
  const outcome = outcomes[status.status.toUpperCase()];
  if (!outcome) return undefined;
  const toldAt = new Date(status.timestamp * 1000);
  return {
    fact: 'call',
    callId: status.id,
    person: personOf({ waId: status.recipientId, userId: status.recipientUserId }, scope),
    calledBy: 'business',
    outcome,
    durationMs: null,
    toldAt,
    opensWindowAt: outcome === 'answered' ? toldAt : null,
  };
}

function personOf(
  ids: { readonly waId: string | undefined; readonly userId: string | undefined },
  { contacts }: Pick<NumberScope, 'contacts'>,
): InboundPerson {
  const contact = findContact(contacts, ids);
  return {
    waId: ids.waId ?? contact?.waId,
    userId: ids.userId ?? contact?.userId,
    profileName: contact?.profileName,
    username: contact?.username,
  };
}

function instantOf(seconds: number | undefined): Date | null {
  return seconds === undefined ? null : new Date(seconds * 1000);
}
