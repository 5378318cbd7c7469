import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { allow, refuse, type Verdict } from '../verdict.ts';

/**
 * Free-form messages only within 24 hours of the customer's last message, by its own timestamp; templates at any time.
 * (Meta, "Send messages: customer service window", 2026-05-21)
 */
export function windowIsOpen({ now, content, window }: GateFacts): Verdict {
  if (content.kind === 'template') return allow;
  const { closesAt, lastInboundAt } = window;
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
    }),
  );
}
