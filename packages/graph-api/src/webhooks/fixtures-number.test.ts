import { describe, expect, it } from 'vitest';
import { readSampleValue, sampleNames } from '../testing/read-sample.ts';

const echo = (type: string, content: object) => ({
  messageEchoes: [{ ok: true, type, content, common: { from: '12025550143', to: '12025550177' } }],
});
const status = (facts: object) => ({ statuses: [{ ok: true, status: facts }] });
const call = (facts: object) => ({ calls: [{ ok: true, item: facts }] });
const group = (facts: object) => ({ groups: [{ ok: true, item: facts }] });
const error = (code: number) => expect.objectContaining({ code });

/** What each other sample about a number means, and what must be read from it. */
const meanings: Readonly<Record<string, readonly [string, object]>> = {
  status_sent: [
    'our message left Meta, at the regular price of utility',
    status({
      status: 'sent',
      callbackData: 'order:2214',
      pricing: { type: 'regular', category: 'utility', billable: true },
    }),
  ],
  status_delivered: [
    'our message is on the phone',
    status({ status: 'delivered', recipientId: '12025550177' }),
  ],
  status_read: ['our message was read', status({ status: 'read', pricing: undefined })],
  status_played: ['our voice message was played', status({ status: 'played' })],
  status_failed: [
    'our message was not sent: the window is shut',
    status({ status: 'failed', callbackData: 'order:2215', errors: [{ code: 131047 }] }),
  ],
  status_free_customer_service: [
    'a free service message',
    status({ pricing: { type: 'free_customer_service', category: 'service', billable: false } }),
  ],
  status_free_entry_point: [
    'a free message in the window an advertisement opened',
    status({
      pricing: { type: 'free_entry_point' },
      conversation: { origin: { type: 'referral_conversion' }, expiration_timestamp: 1_793_759_850 },
    }),
  ],
  status_marketing_lite: [
    'a message of the Marketing Messages API',
    status({ pricing: { category: 'marketing_lite' } }),
  ],
  status_group: [
    'one member of a group has read',
    status({
      status: 'read',
      recipientType: 'group',
      participantId: '12025550177',
      groupId: 'Y2FwaV9ncm91cDoxMjAyNTU1MDE0MzoxMjAzNjM0MDAxMTIyMzM0NA',
    }),
  ],
  status_payment: [
    'an order was paid',
    status({
      type: 'payment',
      status: 'captured',
      payment: {
        reference_id: 'ord-2216',
        amount: { value: 84_900, offset: 100 },
        currency: 'INR',
        transaction: { status: 'success' },
      },
    }),
  ],
  errors_value_level: ['too many messages from this number', { errors: [{ code: 130429 }] }],
  user_actions_marketing_click: [
    'a tap on a link in a marketing message',
    {
      userActions: [
        { item: { marketing_messages_link_click_data: { click_component: 'cta', click_id: 'clk_01J9ZZ' } } },
      ],
    },
  ],
  user_preferences: [
    'the customer wants no more marketing',
    { userPreferences: [{ item: { category: 'marketing_messages', value: 'stop' } }] },
  ],
  user_id_update: [
    'the customer has another user id',
    {
      userIdUpdates: [
        { item: { user_id: { previous: 'US.20481937560284417735', current: 'US.90317746120058831004' } } },
      ],
    },
  ],
  automatic_events: [
    'a purchase that Meta saw after an advertisement',
    {
      automaticEvents: [{ item: { event_name: 'Purchase', custom_data: { currency: 'USD', value: 97.5 } } }],
    },
  ],
  calls_connect_user_initiated: [
    'a customer calls',
    call({
      event: 'connect',
      direction: 'USER_INITIATED',
      deeplink_payload: 'storefront',
      session: { sdp_type: 'offer' },
    }),
  ],
  calls_connect_business_initiated: [
    'our call is answered with its media',
    call({ event: 'connect', direction: 'BUSINESS_INITIATED', session: { sdp_type: 'answer' } }),
  ],
  calls_status_ringing: [
    'our call rings',
    status({ type: 'call', status: 'RINGING', callbackData: 'callback-17' }),
  ],
  calls_terminate: [
    'our call ended after 108 seconds',
    call({ event: 'terminate', status: 'COMPLETED', duration: 108 }),
  ],
  group_lifecycle_update: [
    'a group exists now',
    group({
      type: 'group_create',
      subject: 'Glaze club',
      invite_link: expect.any(String),
      join_approval_mode: 'auto_approve',
    }),
  ],
  group_participants_update: [
    'somebody joined by the link',
    group({ reason: 'invite_link', added_participants: [{ wa_id: '12025550177' }] }),
  ],
  group_participants_remove: [
    'one was removed and one could not be',
    group({
      initiated_by: 'business',
      removed_participants: [{ input: '12025550177' }],
      failed_participants: [{ errors: [error(131_212)] }],
      errors: [error(131_201)],
    }),
  ],
  group_settings_update: [
    'a new subject was taken, a new picture was not',
    group({
      group_subject: { text: 'Glaze club 2026', update_successful: true },
      profile_picture: { mime_type: 'image/jpeg', update_successful: false },
    }),
  ],
  group_status_update: ['a group was suspended', group({ type: 'group_suspend' })],
  history: [
    "the last day of the phone's past, a third of all",
    {
      chunks: [
        {
          item: {
            phase: 0,
            chunkOrder: 1,
            progress: 34,
            threads: [
              {
                id: '12025550177',
                userId: 'US.20481937560284417735',
                messages: [{ type: 'text' }, { type: 'text' }, { type: 'media_placeholder' }],
              },
            ],
          },
        },
      ],
    },
  ],
  history_media: [
    'the picture that a placeholder stood for',
    { chunks: [], messages: [{ type: 'image', content: { caption: 'my old mug' } }] },
  ],
  history_declined: [
    'the business keeps its past to itself',
    { chunks: [{ item: { threads: [], errors: [error(2_593_109)] } }] },
  ],
  smb_message_echoes: [
    'somebody wrote from the phone of the business',
    echo('text', { body: 'Typing this from the shop phone' }),
  ],
  smb_message_echoes_edit: [
    'and corrected it',
    echo('edit', { message: { text: { body: 'Typing this from the studio phone' } } }),
  ],
  smb_app_state_sync: [
    'a contact was added to the address book and one was taken out',
    {
      stateSync: [
        { item: { action: 'add', contact: { full_name: 'Amara Obi' } } },
        { item: { action: 'remove', contact: { phone_number: '12025550166' } } },
      ],
    },
  ],
  standby: [
    'a message in a thread that somebody else owns',
    { contacts: [{ profileName: 'Amara Obi' }], messages: [{ content: { body: 'Is anyone there?' } }] },
  ],
  messaging_handovers: [
    'the thread is ours now',
    {
      type: 'control_passed',
      waId: '12025550177',
      control: { previous_owner_role: 'ai_agent', new_owner_role: 'escalation' },
    },
  ],
};

describe('samples about a number', () => {
  it('are all given a meaning', () => {
    expect(Object.keys(meanings).sort()).toEqual(
      sampleNames(
        (reading) =>
          reading.scope === 'number' && !(reading.field === 'messages' && reading.value.messages.length > 0),
      ),
    );
  });

  it.each(Object.entries(meanings).map(([name, [meaning, value]]) => [name, meaning, value] as const))(
    '%s: %s',
    (name, _meaning, value) => {
      expect(readSampleValue(name)).toMatchObject(value);
    },
  );
});
