import { z } from 'zod';
import { messageLimits, messageTtlSeconds } from '../limits.ts';
import { problemCode } from '../problem.ts';
import { boundedText, countCharacters } from '../values.ts';

/**
 * Direct Send (beta, 2026): content without a template that may go outside the window, because Meta makes a template
 * of it. All three keys belong together; `category` is the one that switches it on.
 */
export const directSend = {
  category: z.enum(['utility', 'authentication', 'service']).optional(),
  ttl_seconds: z.number().int().optional(),
  direct_send_config: z.strictObject({ template_name: boundedText(messageLimits.templateName) }).optional(),
};

interface DirectSend {
  readonly type: string;
  readonly category?: 'utility' | 'authentication' | 'service' | undefined;
  readonly ttl_seconds?: number | undefined;
  readonly direct_send_config?: unknown;
  readonly text?: { readonly body: string };
}

/** Checks what the keys of Direct Send ask of each other and of the content. */
export function checkDirectSend(message: DirectSend, context: z.RefinementCtx): void {
  if (message.category === undefined) {
    for (const key of ['ttl_seconds', 'direct_send_config'] as const) {
      if (message[key] === undefined) continue;
      const params = problemCode('unsupportedParameter');
      context.addIssue({ code: 'custom', path: [key], message: 'needs a category beside it', params });
    }
    return;
  }
  checkLife(message, context);
  const length = countCharacters(message.text?.body ?? '');
  if (length > messageLimits.directSendText) {
    const message = `must be at most ${messageLimits.directSendText} characters long in Direct Send, has ${length}`;
    context.addIssue({ code: 'custom', path: ['text', 'body'], message });
  }
}

/** Meta gives no range for `service`; utility's is the nearest. */
function checkLife({ category, ttl_seconds: seconds }: DirectSend, context: z.RefinementCtx): void {
  if (seconds === undefined) return;
  const { min, max } = messageTtlSeconds[category === 'authentication' ? 'authentication' : 'utility'];
  if (seconds >= min && seconds <= max) return;
  context.addIssue({ code: 'custom', path: ['ttl_seconds'], message: `must lie between ${min} and ${max}` });
}
