import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { isInUnitedStates } from '../places/north-american-area.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

const since = new Date('2025-04-01T00:00:00Z');

/** Meta delivers no marketing template to a US number; Canada and the Caribbean, which share +1, are not meant. */
export const recipientGetsMarketing: GateRule = {
  id: 'recipient-gets-marketing',
  version: '2026-11-22',
  title: {
    en: 'No marketing templates to US numbers (+1 with an area code of the United States)',
    ja: 'アメリカの番号（アメリカの市外局番を持つ+1の番号）にはマーケティングテンプレートを送らないこと',
  },
  source: 'Meta, Per-user marketing template limits: US numbers, since 2025-04-01 (2026-06-17)',
  judge,
};

function judge({ now, purpose, recipient: { phone } }: GateFacts): RuleVerdict | undefined {
  if (purpose !== 'marketing' || phone === null || now < since) return undefined;
  if (!isInUnitedStates(phone)) return allow;
  return refuse(
    createProblem('us_marketing_stopped', {
      detail: {
        en: `+1 ${phone.slice(1, 4)} is an area code of the United States. Meta has delivered no marketing templates there since 2025-04-01.`,
        ja: `+1 ${phone.slice(1, 4)} はアメリカの市外局番です。Metaは2025年4月1日以降、マーケティングテンプレートを配信していません。`,
      },
      providerCode: 131049,
    }),
  );
}
