import type { z } from 'zod';
import { templateButtonRules } from './button-rules.ts';

interface Button {
  readonly type: string;
}

/** Checks counts, company and order of a template's buttons. */
export function checkButtons(
  buttons: readonly Button[],
  path: readonly PropertyKey[],
  context: z.RefinementCtx,
): void {
  const report = (message: string, index: number) =>
    context.addIssue({ code: 'custom', path: [...path, index], message });
  for (const [index, { type }] of buttons.entries()) {
    const rule = templateButtonRules[type];
    if (rule === undefined) continue;
    const before = buttons.slice(0, index).filter((other) => other.type === type).length;
    if (before === rule.max) report(`is one ${type} button too many, ${rule.max} may stand here`, index);
    if (rule.alone && buttons.length > 1) report(`must stand without other buttons (${type})`, index);
  }
  const split = findSplit(buttons);
  if (split !== undefined) report('must stand beside the other quick replies, not apart from them', split);
}

/** The quick reply that comes back after another kind has come between: `QR, URL, QR` is refused. */
function findSplit(buttons: readonly Button[]): number | undefined {
  const isQuickReply = buttons.map(({ type }) => type === 'QUICK_REPLY');
  const split = isQuickReply.findIndex(
    (quick, index) => quick && !isQuickReply[index - 1] && isQuickReply.slice(0, index).includes(true),
  );
  return split === -1 ? undefined : split;
}
