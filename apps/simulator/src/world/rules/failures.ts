import { createHash } from 'node:crypto';
import { mayStart } from '../limits/messaging-limit.ts';
import type { Pricing } from '../messages/messages.ts';
import { findCountry } from '../places/find-country.ts';
import { getChoices } from '../records/phones.ts';
import { chatKey } from '../world.ts';
import type { SendQuestion } from './send-question.ts';

/** A send that was accepted: what it costs is known by now. */
export type AcceptedQuestion = SendQuestion & { readonly pricing: Pricing };

/** The code with which a rule lets an accepted message fail, later and by webhook. */
export type FailureRule = (question: AcceptedQuestion) => number | undefined;

/** Faults that need the recipient, in the order in which they are looked for. */
const failureRules: readonly FailureRule[] = [
  ({ recipient }) => (recipient.isOnWhatsApp ? undefined : 131026),
  // Whom the number has blocked it cannot write to (Meta: block users; the code is not documented).
  ({ world, phoneNumber, recipient }) =>
    world.blocks.has(chatKey(phoneNumber.id, recipient.waId)) ? 131026 : undefined,
  ({ recipient }) => recipient.customer?.failCode,
  ({ waba, pricing }) => (waba?.isPaymentMissing && pricing.billable ? 131042 : undefined),
  failOutsideWindow,
  failAfterOptOut,
  failInExperiment,
  failInUnitedStates,
  failOverUserLimit,
  failOverPortfolioLimit,
];

export function findFailure(question: AcceptedQuestion): number | undefined {
  for (const rule of failureRules) {
    const code = rule(question);
    if (code !== undefined) return code;
  }
  return undefined;
}

/** Content without a template goes out in an open window only, unless Meta makes a template of it. */
function failOutsideWindow({ template, isWindowOpen, isDirectSend, recipient }: SendQuestion) {
  const needsWindow = !template && !isDirectSend && recipient.addressedAs !== 'group';
  return needsWindow && !isWindowOpen ? 131047 : undefined;
}

function failAfterOptOut({ world, category, phoneNumber, recipient }: SendQuestion): number | undefined {
  if (category !== 'marketing') return undefined;
  return getChoices(world, phoneNumber.id, recipient.waId).marketingStopped ? 131050 : undefined;
}

/** Always the same people: whether somebody is in the control group follows from their number. */
function failInExperiment({ world, category, recipient }: SendQuestion): number | undefined {
  const { experimentShare } = world.settings.marketing;
  if (category !== 'marketing' || experimentShare === 0) return undefined;
  const place = createHash('sha256').update(recipient.waId).digest().readUInt32BE() / 0x1_0000_0000;
  return place < experimentShare ? 130472 : undefined;
}

const usPausedFrom = Date.UTC(2025, 3, 1);

/** Numbers with an area code of the United States get no marketing templates (Meta: 2025-04-01). */
function failInUnitedStates({ world, category, recipient, at }: SendQuestion): number | undefined {
  const isPaused = world.settings.marketing.usPaused && at >= usPausedFrom && category === 'marketing';
  return isPaused && findCountry(recipient.waId) === 'US' ? 131049 : undefined;
}

/** Marketing templates of all businesses together; in an open window they neither count nor fail. */
function failOverUserLimit({ world, category, recipient, isWindowOpen, at }: SendQuestion) {
  const { perUserLimit, perUserPeriodMs, perUserLimitExempt } = world.settings.marketing;
  if (category !== 'marketing' || perUserLimit === null || isWindowOpen) return undefined;
  if (perUserLimitExempt.includes(findCountry(recipient.waId) ?? '')) return undefined;
  const received = world.marketingTimes.get(recipient.waId) ?? [];
  return received.filter((time) => time > at - perUserPeriodMs).length < perUserLimit ? undefined : 131049;
}

function failOverPortfolioLimit({ world, portfolio, recipient, isWindowOpen, at }: SendQuestion) {
  if (isWindowOpen || recipient.addressedAs === 'group') return undefined;
  const started = world.startedUsers.get(portfolio?.id ?? '');
  const isAllowed = mayStart(started, recipient.waId, portfolio?.messagingLimit ?? '', at);
  return isAllowed ? undefined : world.settings.limits.overLimitCode;
}
