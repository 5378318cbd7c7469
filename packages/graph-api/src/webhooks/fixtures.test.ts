import { describe, expect, it } from 'vitest';
import { fixtureNames, readFixture } from '../fixtures/index.ts';
import { listChanges } from './list-changes.ts';
import { parseWebhook } from './parse-webhook.ts';
import type { InboundMessage } from './read-message.ts';
import { readWebhookValue, type WebhookReading } from './read-webhook-value.ts';
import type { StatusReading } from './status.ts';

/** What each sample body must come out as: its field, then everything that stands in the value. */
const expected: Readonly<Record<string, readonly string[]>> = {
  account_alerts: ['account_alerts'],
  account_review_update: ['account_review_update'],
  account_settings_update: ['account_settings_update'],
  account_update_coexistence_disconnected: ['account_update'],
  account_update_disabled: ['account_update'],
  account_update_offboarded: ['account_update'],
  account_update_partner_app_installed: ['account_update'],
  account_update_restriction: ['account_update'],
  account_update_volume_tier: ['account_update'],
  audio: ['messages', 'message:audio'],
  automatic_events: ['automatic_events', 'event:Purchase'],
  business_capability_update: ['business_capability_update'],
  business_username_updates: ['business_username_updates'],
  button: ['messages', 'message:button'],
  calls_connect_business_initiated: ['calls', 'call:connect'],
  calls_connect_user_initiated: ['calls', 'call:connect'],
  calls_status_ringing: ['calls', 'status:RINGING'],
  calls_terminate: ['calls', 'call:terminate'],
  contacts: ['messages', 'message:contacts'],
  contacts_request_contact_info: ['messages', 'message:contacts'],
  document: ['messages', 'message:document'],
  edit: ['messages', 'message:edit'],
  errors_value_level: ['messages', 'error:130429'],
  flows_endpoint_error_rate: ['flows'],
  flows_status_change: ['flows'],
  group_lifecycle_update: ['group_lifecycle_update', 'group:group_create'],
  group_participants_remove: ['group_participants_update', 'group:group_participants_remove'],
  group_participants_update: ['group_participants_update', 'group:group_participants_add'],
  group_settings_update: ['group_settings_update', 'group:group_settings_update'],
  group_status_update: ['group_status_update', 'group:group_suspend'],
  group_text: ['messages', 'message:text'],
  history: ['history', 'past:text', 'past:text', 'past:media_placeholder'],
  history_declined: ['history', 'error:2593109'],
  history_media: ['history', 'message:image'],
  image: ['messages', 'message:image'],
  interactive_button_reply: ['messages', 'message:interactive'],
  interactive_call_permission_reply: ['messages', 'message:interactive'],
  interactive_list_reply: ['messages', 'message:interactive'],
  interactive_nfm_reply_address: ['messages', 'message:interactive'],
  interactive_nfm_reply_flow: ['messages', 'message:interactive'],
  interactive_payment_method: ['messages', 'message:interactive'],
  location: ['messages', 'message:location'],
  message_template_components_update: ['message_template_components_update'],
  message_template_quality_update: ['message_template_quality_update'],
  message_template_status_update: ['message_template_status_update'],
  message_template_status_update_paused: ['message_template_status_update'],
  messaging_handovers: ['messaging_handovers'],
  order: ['messages', 'message:order'],
  partner_solutions: ['partner_solutions'],
  payment_configuration_update: ['payment_configuration_update'],
  phone_number_name_update: ['phone_number_name_update'],
  phone_number_quality_update: ['phone_number_quality_update'],
  reaction: ['messages', 'message:reaction'],
  reaction_removed: ['messages', 'message:reaction'],
  request_welcome: ['messages', 'message:request_welcome'],
  revoke: ['messages', 'message:revoke'],
  security: ['security'],
  smb_app_state_sync: ['smb_app_state_sync', 'sync:add', 'sync:remove'],
  smb_message_echoes: ['smb_message_echoes', 'echo:text'],
  smb_message_echoes_edit: ['smb_message_echoes', 'echo:edit'],
  standby: ['standby', 'message:text'],
  status_delivered: ['messages', 'status:delivered'],
  status_failed: ['messages', 'status:failed'],
  status_free_customer_service: ['messages', 'status:sent'],
  status_free_entry_point: ['messages', 'status:sent'],
  status_group: ['messages', 'status:read'],
  status_marketing_lite: ['messages', 'status:delivered'],
  status_payment: ['messages', 'status:captured'],
  status_played: ['messages', 'status:played'],
  status_read: ['messages', 'status:read'],
  status_sent: ['messages', 'status:sent'],
  sticker: ['messages', 'message:sticker'],
  system_customer_identity_changed: ['messages', 'message:system'],
  system_user_changed_number: ['messages', 'message:system'],
  system_user_changed_user_id: ['messages', 'message:system'],
  template_category_update: ['template_category_update'],
  template_category_update_impending: ['template_category_update'],
  template_correct_category_detection: ['template_correct_category_detection'],
  text: ['messages', 'message:text'],
  text_ctwa_referral: ['messages', 'message:text'],
  text_forwarded: ['messages', 'message:text'],
  text_frequently_forwarded: ['messages', 'message:text'],
  text_referred_product: ['messages', 'message:text'],
  text_reply_context: ['messages', 'message:text'],
  text_username_bsuid_only: ['messages', 'message:text'],
  unsupported: ['messages', 'message:unsupported'],
  unsupported_edit: ['messages', 'message:unsupported'],
  user_actions_marketing_click: ['messages', 'action:marketing_messages_link_click'],
  user_id_update: ['user_id_update', 'user_id:US.90317746120058831004'],
  user_preferences: ['user_preferences', 'preference:stop'],
  video: ['messages', 'message:video'],
  voice: ['messages', 'message:audio'],
};

describe('sample webhook bodies', () => {
  it('are 92, and every one has its expectation', () => {
    expect(fixtureNames).toHaveLength(92);
    expect(Object.keys(expected).sort()).toEqual([...fixtureNames]);
  });

  it.each(fixtureNames)('%s is understood whole', (name) => {
    expect(readBody(readFixture(name))).toEqual(expected[name]);
  });

  it('are understood alike when Meta escapes their text', () => {
    const escaped = readFixture('reaction').toString('utf8').replaceAll('👍', '\\ud83d\\udc4d');
    expect(readBody(escaped)).toEqual(expected.reaction);
  });
});

function readBody(body: Uint8Array | string): string[] {
  const parsed = parseWebhook(body);
  if (!parsed.ok) throw new Error(parsed.detail);
  return listChanges(parsed.envelope).flatMap((change) => {
    const reading = readWebhookValue(change.field, change.value);
    if (!reading.ok) throw new Error(`${reading.field}: ${reading.detail}`);
    return [reading.field, ...describeValue(reading)];
  });
}

/** Walks every list of a value, whatever its field. */
function describeValue(reading: WebhookReading & { readonly ok: true }): string[] {
  if (reading.field === 'messages') {
    return [
      ...reading.value.messages.map(describeMessage('message')),
      ...reading.value.statuses.map(describeStatus),
      ...reading.value.errors.map(({ code }) => `error:${code}`),
      ...reading.value.userActions.map((action) => `action:${item(action).action_type}`),
    ];
  }
  if (reading.field === 'history') {
    const chunks = reading.value.chunks.map(item);
    return [
      ...reading.value.messages.map(describeMessage('message')),
      ...chunks.flatMap(({ threads }) =>
        threads.flatMap(({ messages }) => messages.map(describeMessage('past'))),
      ),
      ...chunks.flatMap(({ errors }) => errors.map(({ code }) => `error:${code}`)),
    ];
  }
  if (reading.field === 'smb_message_echoes') return reading.value.messageEchoes.map(describeMessage('echo'));
  if (reading.field === 'standby') return reading.value.messages.map(describeMessage('message'));
  if (reading.field === 'smb_app_state_sync') {
    return reading.value.stateSync.map((sync) => `sync:${item(sync).action}`);
  }
  if (reading.field === 'calls') {
    return [
      ...reading.value.calls.map((call) => `call:${item(call).event}`),
      ...reading.value.statuses.map(describeStatus),
    ];
  }
  if (reading.field === 'user_preferences') {
    return reading.value.userPreferences.map((preference) => `preference:${item(preference).value}`);
  }
  if (reading.field === 'user_id_update') {
    return reading.value.userIdUpdates.map((update) => `user_id:${item(update).user_id.current}`);
  }
  if (reading.field === 'automatic_events') {
    return reading.value.automaticEvents.map((event) => `event:${item(event).event_name}`);
  }
  if (
    reading.field === 'group_lifecycle_update' ||
    reading.field === 'group_participants_update' ||
    reading.field === 'group_settings_update' ||
    reading.field === 'group_status_update'
  ) {
    return reading.value.groups.map((group) => `group:${item(group).type}`);
  }
  return [];
}

function describeMessage(kind: string): (message: InboundMessage) => string {
  return (message) => {
    if (!message.ok) throw new Error(`${message.type}: ${message.detail}`);
    return `${kind}:${message.type}`;
  };
}

function describeStatus(reading: StatusReading): string {
  if (!reading.ok) throw new Error(reading.detail);
  return `status:${reading.status.status}`;
}

function item<Item>(
  reading: { readonly ok: true; readonly item: Item } | { readonly ok: false; readonly detail: string },
): Item {
  if (!reading.ok) throw new Error(reading.detail);
  return reading.item;
}
