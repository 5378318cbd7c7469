import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

/** What a customer starts is consent to answer and no more: a template needs an opt-in for its purpose. */
export const consentIsGiven: GateRule = {
  id: 'consent-is-given',
  version: '2026-11-22',
  title: {
    en: 'Marketing goes only to those who opted in, utility templates to nobody who opted out (settings)',
    ja: 'マーケティングは同意した方にだけ、ユーティリティは停止していない方に送ること（設定で変更可）',
  },
  source: 'WhatsApp Business Messaging Policy: opt-in (2026); settings of the workspace',
  judge,
};

const names = {
  marketing: { en: 'marketing', ja: 'マーケティング' },
  utility: { en: 'utility', ja: 'ユーティリティ' },
} as const;

function judge({ consent, purpose, recipient, settings }: GateFacts): RuleVerdict | undefined {
  if (recipient.groupId !== null || (purpose !== 'marketing' && purpose !== 'utility')) return undefined;
  const decided = consent[purpose];
  const { en, ja } = names[purpose];
  if (decided?.decision === 'opt_out') {
    const at = decided.decidedAt.toISOString();
    return refuse(
      createProblem('consent_withdrawn', {
        detail: {
          en: `They stopped ${en} messages at ${at}.`,
          ja: `${at} に${ja}メッセージを停止しました。`,
        },
      }),
    );
  }
  if (decided || !settings.optInRequired[purpose]) return allow;
  return refuse(
    createProblem('consent_missing', {
      detail: {
        en: `Nothing says that this customer agreed to ${en} messages. Writing to you is consent to an answer only.`,
        ja: `このお客様が${ja}メッセージに同意した記録がありません。お客様からの連絡は、返信への同意にとどまります。`,
      },
    }),
  );
}
