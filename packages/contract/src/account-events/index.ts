/** What a provider tells about an account: a registry, one entry per kind, with its data and its words. */
import * as z from 'zod';
import type { Localized } from '../localized.ts';
import { accountStanding } from './account-standing.ts';
import { accountAlerts, accountLimits, accountPricing, accountReviews } from './accounts.ts';
import { callEvents } from './calls.ts';
import { addressBooks, histories } from './coexistence.ts';
import { l, type Severity } from './define.ts';
import { fillText } from './fill-text.ts';
import { flowEvents } from './flows.ts';
import { groupEvents } from './groups.ts';
import {
  numberFaults,
  numberNames,
  numberQualities,
  numberSecurity,
  numberSettings,
  numberUsernames,
} from './numbers.ts';
import { partners, solutions } from './partners.ts';
import { paymentConfigurations, payments } from './payments.ts';
import { clicks, conversions, identities, preferences } from './people.ts';
import { handovers, standbys } from './routing.ts';
import { templateCategories, templateEdits, templateQualities } from './template-changes.ts';
import { templateReviews } from './template-reviews.ts';

export const accountEvents = {
  ...templateReviews,
  ...templateQualities,
  ...templateEdits,
  ...templateCategories,
  ...numberQualities,
  ...numberNames,
  ...numberSecurity,
  ...numberUsernames,
  ...numberSettings,
  ...numberFaults,
  ...accountReviews,
  ...accountLimits,
  ...accountAlerts,
  ...accountPricing,
  ...accountStanding,
  ...partners,
  ...solutions,
  ...preferences,
  ...identities,
  ...clicks,
  ...conversions,
  ...flowEvents,
  ...payments,
  ...paymentConfigurations,
  ...callEvents,
  ...groupEvents,
  ...histories,
  ...addressBooks,
  ...handovers,
  ...standbys,
} as const;

export type AccountEventKind = keyof typeof accountEvents;
export const accountEventKinds = Object.keys(accountEvents) as readonly AccountEventKind[];

export type AccountEventData<Kind extends AccountEventKind> = z.infer<(typeof accountEvents)[Kind]['data']>;

/** One thing that was told: its kind with the data of that kind. */
export type AccountEventTold<Kind extends AccountEventKind = AccountEventKind> = {
  [Each in Kind]: { readonly kind: Each; readonly data: AccountEventData<Each> };
}[Kind];

/** The words for one thing that was told, in both languages. */
export interface AccountEventText {
  readonly severity: Severity;
  readonly title: Localized;
  readonly explanation: Localized;
  readonly remedy: Localized | null;
  /** The page that says so; null for what we do not know. */
  readonly source: string | null;
}

export function describeAccountEvent({ kind, data }: AccountEventTold): AccountEventText {
  const { severity, title, explanation, remedy, source } = accountEvents[kind];
  return {
    severity,
    title: fillText(title, data),
    explanation: fillText(explanation, data),
    remedy: remedy && fillText(remedy, data),
    source,
  };
}

/** Of a field or event that has no meaning for us yet. */
export function describeUnknownAccountEvent(field: string, event: string | null): AccountEventText {
  const values = { field, event };
  return {
    severity: 'info',
    title: fillText(l('Meta reported “{field}”[: {event}]', 'Metaからの通知「{field}」[：{event}]'), values),
    explanation: l(
      'Renkei does not know this kind of report yet. It is kept as it came.',
      'この種類の通知にはまだ対応していません。受信した内容をそのまま保存しています。',
    ),
    remedy: null,
    source: null,
  };
}

export { type Severity, severities } from './define.ts';
