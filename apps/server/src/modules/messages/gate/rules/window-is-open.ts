import type { Localized } from '@renkei/contract';
import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

/**
 * Free-form messages only within 24 hours of the customer's last message, by its own timestamp; templates at any time.
 * (Meta, "Send messages: customer service window", 2026-05-21)
 */
export const windowIsOpen: GateRule = {
  id: 'window-is-open',
  version: '2026-11-21',
  title: {
    en: "Free-form messages go only within 24 hours of the customer's last message",
    ja: '自由形式のメッセージは、お客様の最後のメッセージから24時間以内に限ること',
  },
  source: 'Meta, Send messages: customer service window (2026-05-21)',
  judge,
};

function judge({ now, content, window }: GateFacts): RuleVerdict | undefined {
  if (content.kind === 'template') return undefined;
  const { closesAt, lastInboundAt, freeUntil } = window;
  if (!closesAt) return refuse(createProblem('window_never_opened'));
  if (now < closesAt) return allow;
  const closed = closesAt.toISOString();
  const opened = lastInboundAt?.toISOString();
  return refuse(
    createProblem('window_closed', {
      detail: {
        en: `It closed at ${closed}, 24 hours after the customer's last message${opened ? ` (${opened})` : ''}. Meta's rule: free-form messages only inside this window.`,
        ja: `お客様の最後のメッセージ${opened ? `（${opened}）` : ''}から24時間後の ${closed} に終了しました。Metaの規則により、この時間内に限り自由形式のメッセージを送信できます。`,
      },
      ...(freeUntil === null ? {} : { remedy: describeFreeTemplates(freeUntil) }),
    }),
  );
}

/** A window closed inside a free entry point: templates cost nothing until that ends. (Meta, "Pricing", 2026-09-30) */
function describeFreeTemplates(freeUntil: Date): Localized {
  const until = freeUntil.toISOString();
  return {
    en: `Send an approved template: the customer came from an advertisement, so every template is free until ${until}.`,
    ja: `承認済みテンプレートを送信してください。広告経由のお客様のため、${until} まではすべてのテンプレートが無料です。`,
  };
}
