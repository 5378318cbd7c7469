import type { AccountEventKind } from '@renkei/contract';
import { findContact } from '@renkei/graph-api';
import { byWord, personName, type TellField, tell } from './define.ts';

const choices = {
  STOP: 'person.marketing_stopped',
  RESUME: 'person.marketing_resumed',
  SIGNUP: 'person.marketing_signed_up',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellPreferences: TellField<'user_preferences'> = ({ contacts, userPreferences }) =>
  userPreferences.map((reading) => {
    if (!reading.ok) return { event: null, told: null, value: reading.raw };
    const { item } = reading;
    const ids = { waId: item.wa_id, userId: item.user_id };
    return {
      event: item.value,
      told: tell(byWord(choices, item.value), {
        person: personName({ ...ids, name: findContact(contacts, ids)?.profileName }),
        category: item.category,
        signupId: item.signup_id ?? null,
      }),
      occurredAt: new Date(item.timestamp * 1000),
      value: reading.raw,
    };
  });

export const tellUserIds: TellField<'user_id_update'> = ({ contacts, userIdUpdates }) =>
  userIdUpdates.map((reading) => {
    if (!reading.ok) return { event: null, told: null, value: reading.raw };
    const { wa_id: waId, user_id: change, timestamp } = reading.item;
    const name = findContact(contacts, { waId, userId: change.current })?.profileName;
    return {
      event: null,
      told: tell('person.user_id_changed', {
        person: personName({ waId, userId: change.current, name }),
        previous: change.previous,
        next: change.current,
      }),
      occurredAt: new Date(timestamp * 1000),
      value: reading.raw,
    };
  });

const conversions = {
  LEADSUBMITTED: 'conversion.lead',
  PURCHASE: 'conversion.purchase',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellConversions: TellField<'automatic_events'> = ({ automaticEvents }) =>
  automaticEvents.map((reading) => {
    if (!reading.ok) return { event: null, told: null, value: reading.raw };
    const { id, event_name: event, ctwa_clid: clickId, custom_data: data, timestamp } = reading.item;
    return {
      event,
      told: tell(byWord(conversions, event), {
        messageId: id,
        clickId: clickId ?? null,
        amount: data?.value ?? null,
        currency: data?.currency ?? null,
      }),
      occurredAt: new Date(timestamp * 1000),
      value: reading.raw,
    };
  });
