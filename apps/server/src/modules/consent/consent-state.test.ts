import { expect, it } from 'vitest';
import { consentStateOf } from './consent-state.ts';
import type { LatestConsent } from './store-consents.ts';

const told = (
  purpose: LatestConsent['purpose'],
  decision: LatestConsent['decision'],
  at: string,
): LatestConsent => ({
  contactId: 'x',
  purpose,
  decision,
  source: 'keyword',
  decidedAt: new Date(`2026-11-21T${at}Z`),
});

function describeState(...latest: readonly LatestConsent[]) {
  const { marketing, utility, stoppedEverything } = consentStateOf(latest);
  return [marketing?.decision, utility?.decision, stoppedEverything !== undefined];
}

it.each<[string, readonly LatestConsent[], ReturnType<typeof describeState>]>([
  ['nothing', [], [undefined, undefined, false]],
  ['an opt-in', [told('marketing', 'opt_in', '10:00:00')], ['opt_in', undefined, false]],
  ['everything stopped', [told('all', 'opt_out', '10:00:00')], ['opt_out', 'opt_out', true]],
  [
    'everything stopped after an opt-in',
    [told('marketing', 'opt_in', '09:00:00'), told('all', 'opt_out', '10:00:00')],
    ['opt_out', 'opt_out', true],
  ],
  [
    'marketing agreed to again after everything was stopped',
    [told('marketing', 'opt_in', '11:00:00'), told('all', 'opt_out', '10:00:00')],
    ['opt_in', 'opt_out', false],
  ],
  [
    'utility stopped after marketing was agreed to again',
    [
      told('marketing', 'opt_in', '11:00:00'),
      told('utility', 'opt_out', '12:00:00'),
      told('all', 'opt_out', '10:00:00'),
    ],
    ['opt_in', 'opt_out', false],
  ],
  [
    'both in one second, of which the provider tells no parts',
    [told('marketing', 'opt_in', '10:00:00.900'), told('all', 'opt_out', '10:00:00')],
    ['opt_out', 'opt_out', true],
  ],
  ['everything agreed to', [told('all', 'opt_in', '10:00:00')], ['opt_in', 'opt_in', false]],
])('%s', (_, latest, expected) => {
  expect(describeState(...latest)).toEqual(expected);
  expect(describeState(...latest.toReversed())).toEqual(expected);
});
