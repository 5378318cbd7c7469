import type { AccountEventTold } from '@renkei/contract';
import type { GroupEvent, GroupsValue } from '@renkei/graph-api';
import { byWord, refusalOf, type Telling, tell, withPlus } from './define.ts';

type TellGroup = (event: GroupEvent) => AccountEventTold | null;

/** What happened to a group, by Meta's word for it. (Meta, "Groups: webhooks", 2026) */
const events: Readonly<Record<string, TellGroup>> = {
  GROUP_CREATE: (event) =>
    event.errors.length > 0
      ? tell('group.create_failed', { ...groupOf(event), ...refusalOf(event.errors) })
      : tell('group.created', { ...groupOf(event), inviteLink: event.invite_link ?? null }),
  GROUP_DELETE: (event) =>
    event.errors.length > 0
      ? tell('group.delete_failed', { ...groupOf(event), ...refusalOf(event.errors) })
      : tell('group.deleted', groupOf(event)),
  GROUP_PARTICIPANTS_ADD: tellJoined,
  GROUP_ADD_PARTICIPANTS: tellJoined,
  GROUP_PARTICIPANTS_REMOVE: tellLeft,
  GROUP_REMOVE_PARTICIPANTS: tellLeft,
  GROUP_JOIN_REQUEST_CREATED: (event) => tell('group.join_requested', requestOf(event)),
  GROUP_JOIN_REQUEST_REVOKED: (event) => tell('group.join_request_revoked', requestOf(event)),
  GROUP_SETTINGS_UPDATE: tellSettings,
  GROUP_SUSPEND: (event) => tell('group.suspended', groupOf(event)),
  GROUP_SUSPEND_CLEARED: (event) => tell('group.suspension_lifted', groupOf(event)),
};

/** Of all four group fields. */
export function tellGroups({ groups }: GroupsValue): readonly Telling[] {
  return groups.map((reading) =>
    reading.ok
      ? {
          event: reading.item.type,
          told: byWord(events, reading.item.type)?.(reading.item) ?? null,
          occurredAt: new Date(reading.item.timestamp * 1000),
          value: reading.raw,
        }
      : { event: null, told: null, value: reading.raw },
  );
}

function groupOf(event: GroupEvent) {
  return { groupId: event.group_id ?? null, subject: event.subject ?? event.group_subject?.text ?? null };
}

function requestOf(event: GroupEvent) {
  return {
    ...groupOf(event),
    person: withPlus(event.wa_id),
    requestId: event.join_request_id ?? null,
  };
}

function tellJoined(event: GroupEvent): AccountEventTold | null {
  const members = event.added_participants.map(nameOf);
  return tell('group.members_joined', { ...groupOf(event), members, reason: event.reason ?? null });
}

function tellLeft(event: GroupEvent): AccountEventTold | null {
  const members = event.removed_participants.map(nameOf);
  const failed = event.failed_participants.map(nameOf);
  const errors = [...event.failed_participants.flatMap((participant) => participant.errors), ...event.errors];
  return failed.length > 0
    ? tell('group.members_not_removed', { ...groupOf(event), members, failed, ...refusalOf(errors) })
    : tell('group.members_left', { ...groupOf(event), members, initiatedBy: event.initiated_by ?? null });
}

/** Each setting that was to be changed is told by itself. */
function tellSettings(event: GroupEvent): AccountEventTold | null {
  const settings = [
    { name: 'subject', setting: event.group_subject },
    { name: 'description', setting: event.group_description },
    { name: 'profile_picture', setting: event.profile_picture },
  ].flatMap(({ name, setting }) => (setting ? [{ name, setting }] : []));
  const namesOf = (successful: boolean) =>
    settings
      .filter(({ setting }) => (setting.update_successful !== false) === successful)
      .map(({ name }) => name);
  const [changed, failed] = [namesOf(true), namesOf(false)];
  if (failed.length === 0) return tell('group.settings_changed', { ...groupOf(event), changed });
  const errors = [...settings.flatMap(({ setting }) => setting.errors), ...event.errors];
  return tell('group.settings_failed', { ...groupOf(event), changed, failed, ...refusalOf(errors) });
}

function nameOf(participant: GroupEvent['added_participants'][number]): string {
  const digits = participant.wa_id ?? participant.input;
  return withPlus(digits) ?? participant.user_id ?? '–';
}
