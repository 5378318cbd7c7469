import { z } from 'zod';
import type { JsonRecord } from '../../../json.ts';
import { graphErrorObject } from '../../../nodes/graph-error.ts';
import { decoration, tolerantList, wireId, wireTimestamp } from '../../../wire.ts';
import { defineNumberField } from '../define.ts';
import { type ItemReading, type NumberScope, readItems, readNumberScope } from './number-scope.ts';

const participant = z.looseObject({
  wa_id: decoration(wireId),
  user_id: decoration(wireId),
  input: decoration(wireId),
  errors: tolerantList(graphErrorObject),
});

const setting = decoration(
  z.looseObject({
    /** Of subject and description. */
    text: decoration(z.string()),
    /** Of the picture. */
    mime_type: decoration(z.string()),
    sha256: decoration(z.string()),
    update_successful: decoration(z.boolean()),
    errors: tolerantList(graphErrorObject),
  }),
);

const groupEvent = z.looseObject({
  /** `group_create`, `group_participants_add`, `group_suspend` …; open. */
  type: z.string(),
  timestamp: wireTimestamp,
  group_id: decoration(wireId),
  request_id: decoration(wireId),
  subject: decoration(z.string()),
  description: decoration(z.string()),
  invite_link: decoration(z.string()),
  join_approval_mode: decoration(z.string()),
  join_request_id: decoration(wireId),
  wa_id: decoration(wireId),
  reason: decoration(z.string()),
  initiated_by: decoration(z.string()),
  added_participants: tolerantList(participant),
  removed_participants: tolerantList(participant),
  failed_participants: tolerantList(participant),
  profile_picture: setting,
  group_subject: setting,
  group_description: setting,
  errors: tolerantList(graphErrorObject),
});
export type GroupEvent = z.infer<typeof groupEvent>;

export interface GroupsValue extends NumberScope {
  readonly groups: readonly ItemReading<GroupEvent>[];
}

/** Reads the value of any of the four group fields, which share one shape. Never throws. (Meta, "Groups", 2026) */
function parseGroupsValue(value: JsonRecord): GroupsValue {
  return { ...readNumberScope(value), groups: readItems(value, 'groups', groupEvent) };
}

export const groupLifecycleUpdate = defineNumberField('group_lifecycle_update', parseGroupsValue);
export const groupParticipantsUpdate = defineNumberField('group_participants_update', parseGroupsValue);
export const groupSettingsUpdate = defineNumberField('group_settings_update', parseGroupsValue);
export const groupStatusUpdate = defineNumberField('group_status_update', parseGroupsValue);
