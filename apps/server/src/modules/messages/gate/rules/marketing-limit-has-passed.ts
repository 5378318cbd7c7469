import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, holdOrRefuse, type RuleVerdict } from '../verdict.ts';

/** After 131049 a person gets no marketing for a day, two days, four days: trying earlier only fails again. */
export const marketingLimitHasPassed: GateRule = {
  id: 'marketing-limit-has-passed',
  version: '2026-11-22',
  title: {
    en: 'Who has reached WhatsApp’s own limit of marketing gets none for 24 hours, then 48, then 96',
    ja: 'WhatsAppのユーザーごとの上限に達した方には、24・48・96時間と間隔をあけて送ること',
  },
  source: 'Meta, Per-user marketing template limits (2026-06-17): 131049',
  judge,
};

function judge({ now, purpose, suppressions }: GateFacts): RuleVerdict | undefined {
  if (purpose !== 'marketing') return undefined;
  const limit = suppressions.find(({ reason }) => reason === 'marketing_limit');
  if (!limit?.until || limit.until <= now) return allow;
  const until = limit.until.toISOString();
  const toldAt = limit.toldAt.toISOString();
  return holdOrRefuse(
    now,
    limit.until,
    createProblem('marketing_limited', {
      detail: {
        en: `WhatsApp refused marketing to this customer at ${toldAt}. It may be tried again at ${until}.`,
        ja: `${toldAt} にWhatsAppがこのお客様へのマーケティング配信を拒否しました。${until} 以降に再送できます。`,
      },
      providerCode: 131049,
    }),
  );
}
