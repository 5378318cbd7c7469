import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { allow, refuse, type Verdict } from '../verdict.ts';

/** The provider's own limits, such as 20 characters on a button; the detail names our field. */
export function contentIsWithinLimits({ contentFault }: GateFacts): Verdict {
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
