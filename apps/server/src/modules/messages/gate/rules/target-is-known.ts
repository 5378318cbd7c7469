import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { allow, refuse, type Verdict } from '../verdict.ts';

/** A reaction or a pin needs a message of the same conversation that the provider has an id for. */
export function targetIsKnown({ content, targetIsKnown: known }: GateFacts): Verdict {
  if ((content.kind !== 'reaction' && content.kind !== 'pin') || known) return allow;
  return refuse(
    createProblem('content_not_allowed', {
      detail: {
        en: 'The message that this is about is not in this conversation or has not been sent yet.',
        ja: '対象のメッセージがこの会話にないか、まだ送信されていません。',
      },
    }),
    'targetMessageId',
  );
}
