import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

/** A reaction or a pin needs a message of the same conversation that the provider has an id for. */
export const targetIsKnown: GateRule = {
  id: 'target-is-known',
  version: '2026-11-21',
  title: {
    en: 'A reaction or a pin is about a message of the same conversation',
    ja: 'リアクションや固定の対象が同じ会話のメッセージであること',
  },
  source: 'Meta, Reaction messages (2026)',
  judge,
};

function judge({ content, targetIsKnown: known }: GateFacts): RuleVerdict | undefined {
  if (content.kind !== 'reaction' && content.kind !== 'pin') return undefined;
  if (known) return allow;
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
