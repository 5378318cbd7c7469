import type { AccountEventKind } from '@renkei/contract';
import { byWord, type TellField, tell, withPlus } from './define.ts';

const qualities = {
  ONBOARDING: 'number.onboarded',
  THROUGHPUT_UPGRADE: 'number.throughput_raised',
  UPGRADE: 'number.limit_raised',
  DOWNGRADE: 'number.limit_lowered',
  FLAGGED: 'number.flagged',
  UNFLAGGED: 'number.unflagged',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellNumberQuality: TellField<'phone_number_quality_update'> = (value) => {
  const limit = value.max_daily_conversations_per_business ?? value.current_limit;
  return [
    {
      event: value.event,
      told: tell(byWord(qualities, value.event), {
        number: withPlus(value.display_phone_number),
        limit: limit === undefined ? null : readLimit(limit),
      }),
    },
  ];
};

/** A tier's name, or a number of people with -1 for no limit. */
export function readLimit(limit: string | number): string {
  const text = String(limit);
  return text === '-1' ? 'TIER_UNLIMITED' : text;
}

const nameDecisions = {
  APPROVED: 'number.name_approved',
  REJECTED: 'number.name_rejected',
  PENDING: 'number.name_pending',
  DEFERRED: 'number.name_deferred',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellNumberName: TellField<'phone_number_name_update'> = (value) => [
  {
    event: value.decision,
    told: tell(byWord(nameDecisions, value.decision), {
      number: withPlus(value.display_phone_number),
      name: value.requested_verified_name ?? null,
      reason: value.rejection_reason ?? null,
    }),
  },
];

const pins = {
  PIN_CHANGED: 'number.pin_changed',
  PIN_RESET_REQUEST: 'number.pin_reset_requested',
  PIN_REQUEST_SUCCESS: 'number.pin_reset_done',
  PIN_RESET_SUCCESS: 'number.pin_reset_done',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellSecurity: TellField<'security'> = (value) => [
  {
    event: value.event,
    told: tell(byWord(pins, value.event), {
      number: withPlus(value.display_phone_number),
      requester: value.requester ?? null,
    }),
  },
];

const usernames = {
  APPROVED: 'number.username_approved',
  RESERVED: 'number.username_reserved',
  DELETED: 'number.username_deleted',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellUsername: TellField<'business_username_updates'> = (value) => [
  {
    event: value.status,
    told: tell(byWord(usernames, value.status), {
      number: withPlus(value.display_phone_number),
      username: value.username ?? null,
    }),
  },
];

export const tellSettings: TellField<'account_settings_update'> = (value) => [
  {
    event: value.type,
    told: tell('number.settings_changed', {
      phoneNumberId: value.phone_number_settings?.phone_number_id ?? null,
      calling: value.phone_number_settings?.calling?.status ?? null,
    }),
  },
];
