import { findContact, type GroupsValue, type WebhookValue } from '@renkei/graph-api';
import type { InboundFact, ReceivedPreference } from '../../../../inbound.ts';
import { byWord } from '../account/define.ts';

const choices: Readonly<Record<string, ReceivedPreference['choice']>> = {
  STOP: 'stop',
  RESUME: 'resume',
  SIGNUP: 'signup',
};

export function readPreferences(value: WebhookValue<'user_preferences'>): readonly InboundFact[] {
  const { phoneNumberId } = value.metadata;
  return value.userPreferences.flatMap((reading): readonly InboundFact[] => {
    if (!reading.ok || phoneNumberId === undefined) return [];
    const { wa_id: waId, user_id: userId, category, value: word, timestamp } = reading.item;
    const choice = byWord(choices, word);
    if (!choice || (waId === undefined && userId === undefined)) return [];
    const profileName = findContact(value.contacts, { waId, userId })?.profileName;
    const person = { waId, userId, profileName };
    const decidedAt = new Date(timestamp * 1000);
    return [{ fact: 'preference', phoneNumberId, person, category, choice, decidedAt }];
  });
}

export function readUserIds(value: WebhookValue<'user_id_update'>): readonly InboundFact[] {
  const { phoneNumberId } = value.metadata;
  return value.userIdUpdates.flatMap((reading): readonly InboundFact[] => {
    if (!reading.ok || phoneNumberId === undefined) return [];
    const { wa_id: waId, user_id: userId, timestamp } = reading.item;
    return [
      {
        fact: 'sighting',
        phoneNumberId,
        person: { waId, userId: userId.current },
        previous: { userId: userId.previous },
        seenAt: new Date(timestamp * 1000),
      },
    ];
  });
}

/** A group is named by its subject. */
export function readGroupSubjects({
  metadata: { phoneNumberId },
  groups,
}: GroupsValue): readonly InboundFact[] {
  return groups.flatMap((reading): readonly InboundFact[] => {
    if (!reading.ok || phoneNumberId === undefined) return [];
    const { group_id: groupId, subject, group_subject: setting, timestamp } = reading.item;
    const profileName = setting?.update_successful === false ? subject : (setting?.text ?? subject);
    if (groupId === undefined || profileName === undefined) return [];
    const seenAt = new Date(timestamp * 1000);
    return [{ fact: 'sighting', phoneNumberId, person: { groupId, profileName }, previous: null, seenAt }];
  });
}
