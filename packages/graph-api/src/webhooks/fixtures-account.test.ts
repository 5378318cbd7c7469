import { describe, expect, it } from 'vitest';
import { readSampleValue, sampleNames } from '../testing/read-sample.ts';

const template = (name: string, facts: object) => ({ message_template_name: name, ...facts });

/** What each sample about an account or a template means, and what must be read from it. */
const meanings: Readonly<Record<string, readonly [string, object]>> = {
  account_alerts: [
    'the number became an official account',
    {
      entity_type: 'PHONE_NUMBER',
      alert_info: { alert_type: 'OBA_APPROVED', alert_severity: 'INFORMATIONAL' },
    },
  ],
  account_review_update: ['the account passed its review', { decision: 'APPROVED' }],
  account_settings_update: [
    'calls were switched on',
    {
      type: 'PHONE_NUMBER_SETTINGS',
      phone_number_settings: { calling: { status: 'ENABLED', callback_permission_status: 'ENABLED' } },
    },
  ],
  account_update_coexistence_disconnected: [
    'the phone of the business was not used and the number was cut off',
    {
      event: 'PARTNER_REMOVED',
      phone_number: '12025550143',
      disconnection_info: { reason: 'PRIMARY_INACTIVITY', initiated_by: 'SYSTEM' },
    },
  ],
  account_update_disabled: [
    'the account will be disabled',
    {
      event: 'DISABLED_UPDATE',
      ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'November 30, 2026' },
    },
  ],
  account_update_offboarded: ['the account left the platform', { event: 'ACCOUNT_OFFBOARDED' }],
  account_update_partner_app_installed: [
    'a customer installed the app of a partner',
    {
      event: 'PARTNER_APP_INSTALLED',
      waba_info: { waba_id: '502200119988771', partner_app_id: '771100229933' },
    },
  ],
  account_update_restriction: [
    'the account may neither begin conversations nor add numbers for a week',
    {
      restriction_info: [
        { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1_794_105_800 },
        { restriction_type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' },
      ],
    },
  ],
  account_update_volume_tier: [
    'codes to Brazil are cheaper from now on',
    {
      volume_tier_info: {
        pricing_category: 'AUTHENTICATION',
        tier: '250001:1000000',
        effective_month: '2026-11',
        region: 'Brazil',
      },
    },
  ],
  business_capability_update: [
    '2,000 people a day and 20 numbers',
    { max_daily_conversations_per_business: 'TIER_2K', max_phone_numbers_per_business: 20 },
  ],
  business_username_updates: [
    'the username was approved',
    { username: 'riverside.studio', status: 'approved' },
  ],
  flows_endpoint_error_rate: [
    'the server behind a Flow fails too often',
    {
      event: 'ENDPOINT_ERROR_RATE',
      error_rate: 10.5,
      threshold: 10,
      alert_state: 'ACTIVATED',
      errors: [{ error_type: 'TIMEOUT', error_count: 32 }, {}],
    },
  ],
  flows_status_change: [
    'a Flow was published',
    { event: 'FLOW_STATUS_CHANGE', old_status: 'DRAFT', new_status: 'PUBLISHED' },
  ],
  message_template_components_update: [
    'a template reads otherwise now',
    template('order_update_v2', {
      message_template_title: 'Order on its way',
      message_template_buttons: [
        { message_template_button_type: 'URL' },
        { message_template_button_type: 'PHONE_NUMBER' },
      ],
    }),
  ],
  message_template_quality_update: [
    'a template is less liked',
    template('order_update_v2', { previous_quality_score: 'GREEN', new_quality_score: 'YELLOW' }),
  ],
  message_template_status_update: [
    'a template was rejected for its form',
    template('kiln_day_invite', {
      message_template_id: '720011223344556',
      event: 'REJECTED',
      reason: 'INVALID_FORMAT',
      rejection_info: { recommendation: expect.any(String) },
    }),
  ],
  message_template_status_update_paused: [
    'a template rests for three hours',
    template('spring_sale', { event: 'PAUSED', other_info: { title: 'FIRST_PAUSE' } }),
  ],
  partner_solutions: [
    'a solution of several partners is active',
    { event: 'SOLUTION_UPDATED', solution_id: '303044556677', solution_status: 'ACTIVE' },
  ],
  payment_configuration_update: [
    'a way to pay waits for its test',
    { configuration_name: 'studio-upi', provider_name: 'razorpay', status: 'Needs Testing' },
  ],
  phone_number_name_update: [
    'a display name was rejected',
    {
      decision: 'REJECTED',
      requested_verified_name: 'Best Pots Ever!!!',
      rejection_reason: 'NAME_FORMAT_UNACCEPTABLE',
    },
  ],
  phone_number_quality_update: [
    'the number may send faster, to everybody',
    { event: 'THROUGHPUT_UPGRADE', max_daily_conversations_per_business: 'TIER_UNLIMITED' },
  ],
  security: ['somebody asked to reset the PIN', { event: 'PIN_RESET_REQUEST', requester: '61550000112233' }],
  template_category_update: [
    'a template became marketing',
    template('welcome_gift', {
      previous_category: 'UTILITY',
      new_category: 'MARKETING',
    }),
  ],
  template_category_update_impending: [
    'a template will become marketing',
    template('welcome_gift', {
      new_category: 'UTILITY',
      correct_category: 'MARKETING',
      category_update_timestamp: 1_793_587_400,
    }),
  ],
  template_correct_category_detection: [
    'a direct send was marketing',
    template('ds_auto_4471', { category: 'UTILITY', correct_category: 'MARKETING' }),
  ],
};

describe('samples about an account', () => {
  it('are all given a meaning', () => {
    expect(Object.keys(meanings).sort()).toEqual(sampleNames(({ scope }) => scope === 'account'));
  });

  it.each(Object.entries(meanings).map(([name, [meaning, value]]) => [name, meaning, value] as const))(
    '%s: %s',
    (name, _meaning, value) => {
      expect(readSampleValue(name)).toMatchObject(value);
    },
  );
});
