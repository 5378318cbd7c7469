import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

/** The provider's own limits, such as 20 characters on a button; the detail names our field. */
export const contentIsWithinLimits: GateRule = {
  id: 'content-is-within-limits',
  version: '2026-11-21',
  title: {
    en: "Texts, buttons and lists are within WhatsApp's limits",
    ja: '本文・ボタン・リストがWhatsAppの上限内であること',
  },
  source: 'Meta, Cloud API message reference (2026)',
  judge,
};

function judge({ contentFault }: GateFacts): RuleVerdict | undefined {
  if (!contentFault) return allow;
  const { path, details, source } = contentFault;
  const [en, ja] = path === '' ? ['The content', '内容'] : [path, path];
  return refuse(
    createProblem('content_not_allowed', {
      detail: { en: `${en} ${details.en} (${source}).`, ja: `「${ja}」：${details.ja}（${source}）。` },
      source,
    }),
    path,
  );
}
