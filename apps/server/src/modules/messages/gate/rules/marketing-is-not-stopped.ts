import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

/** WhatsApp itself refuses these with 131050, whatever the customer has told us. */
export const marketingIsNotStopped: GateRule = {
  id: 'marketing-is-not-stopped',
  version: '2026-11-22',
  title: {
    en: 'The customer has not stopped marketing messages in WhatsApp itself',
    ja: 'お客様がWhatsApp上でマーケティングメッセージを停止していないこと',
  },
  source: 'Meta, Webhooks: user_preferences (2025-11-05); Error codes: 131050',
  judge,
};

function judge({ marketingChoice, purpose }: GateFacts): RuleVerdict | undefined {
  if (purpose !== 'marketing') return undefined;
  if (marketingChoice?.choice !== 'stop') return allow;
  const at = marketingChoice.decidedAt.toISOString();
  return refuse(
    createProblem('marketing_stopped', {
      detail: {
        en: `They chose "Stop" for offers and announcements of this number at ${at}.`,
        ja: `${at} に、この番号からの「オファーとお知らせ」を停止しています。`,
      },
      providerCode: 131050,
    }),
  );
}
