import type { AccountEventKind } from '@renkei/contract';
import { byWord, type TellField, tell } from './define.ts';
import { readLimit } from './numbers.ts';

const decisions = {
  APPROVED: 'account.approved',
  REJECTED: 'account.rejected',
  PENDING: 'account.review_pending',
  DEFERRED: 'account.review_deferred',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellReview: TellField<'account_review_update'> = ({ decision }) => [
  { event: decision, told: tell(byWord(decisions, decision), {}) },
];

export const tellCapability: TellField<'business_capability_update'> = (value) => {
  const limit = value.max_daily_conversations_per_business ?? value.max_daily_conversation_per_phone;
  return [
    {
      event: null,
      told: tell('account.limits_changed', {
        limit: limit === undefined ? null : readLimit(limit),
        numbersPerBusiness: value.max_phone_numbers_per_business ?? null,
        numbersPerAccount: value.max_phone_numbers_per_waba ?? null,
      }),
    },
  ];
};

const alerts = {
  OBA_APPROVED: 'alert.verified_badge_granted',
  OBA_REJECTED: 'alert.verified_badge_refused',
  PROFILE_PICTURE_LOST: 'alert.profile_picture_lost',
  INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED: 'alert.limit_not_raised',
  INCREASED_CAPABILITIES_ELIGIBILITY_FAILED: 'alert.limit_not_raised',
  INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO: 'alert.limit_not_raised',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

/** Alerts that we have no words for are told by their severity. */
export const tellAlert: TellField<'account_alerts'> = ({ entity_id: entityId, alert_info: alert }) => [
  {
    event: alert.alert_type,
    told: tell(
      byWord(alerts, alert.alert_type) ??
        (alert.alert_severity === 'CRITICAL' ? 'alert.other_critical' : 'alert.other'),
      {
        entityId: entityId ?? null,
        details: alert.alert_description ?? null,
        reason: alert.alert_type,
        type: alert.alert_type,
      },
    ),
  },
];

const solutions = {
  SOLUTION_CREATED: 'solution.created',
  SOLUTION_UPDATED: 'solution.changed',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellSolution: TellField<'partner_solutions'> = (value) => [
  {
    event: value.event,
    told: tell(byWord(solutions, value.event), {
      solutionId: value.solution_id,
      status: value.solution_status ?? null,
    }),
  },
];
