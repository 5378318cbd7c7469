import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { allow, refuse, type Verdict } from '../verdict.ts';

/** The provider's own limits, such as 4,096 characters of text; the detail names the field. */
export function contentIsWithinLimits({ contentFault }: GateFacts): Verdict {
  if (!contentFault) return allow;
  const { path, details } = contentFault;
  return refuse(
    createProblem('content_not_allowed', {
      detail: { en: `${details}.`, ja: `項目「${path}」が制限を超えています（${details}）。` },
    }),
  );
}
