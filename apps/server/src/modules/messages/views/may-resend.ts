import type { ErrorCode, MessageState, Problem } from '@renkei/contract';
import { isFinalRefusal } from '#modules/channels';

/** The same content would be refused the same way, whenever it is sent. */
const futile: ReadonlySet<string> = new Set<ErrorCode>([
  'content_not_allowed',
  'content_not_for_channel',
  'content_not_for_recipient',
  'recipient_is_sender',
  'recipient_invalid',
]);

/**
 * Whether sending it again is offered: it has ended, and neither our rules nor the provider's code say that the same would
 * only be refused again or annoy. Pure.
 */
export function mayResend(state: MessageState, problem: Problem | null): boolean {
  if (state === 'unconfirmed') return true;
  if (state !== 'failed') return false;
  return problem === null || !(futile.has(problem.code) || isFinalRefusal(problem));
}
