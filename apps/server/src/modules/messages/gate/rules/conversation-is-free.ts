import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, hold, type RuleVerdict, refuse } from '../verdict.ts';

const machines: ReadonlySet<GateFacts['origin']> = new Set(['automation', 'assistant']);

/**
 * Two voices confuse: where a member looks after a conversation, or somebody has just answered, machines keep quiet. What
 * an automation tells of itself with a template, such as a shipment, is no voice in the conversation.
 */
export const conversationIsFree: GateRule = {
  id: 'conversation-is-free',
  version: '2026-11-22',
  title: {
    en: 'Automations and assistants keep quiet where a member answers (settings)',
    ja: 'メンバーが対応中の会話では、自動応答やアシスタントが発言しないこと（設定で変更可）',
  },
  source: 'Rule of Renkei; settings of the workspace',
  judge,
};

function judge({ now, origin, content, conversation, settings }: GateFacts): RuleVerdict | undefined {
  if (!machines.has(origin) || content.kind === 'template') return undefined;
  if (conversation.assigneeId !== null) return refuse(createProblem('conversation_owned'));
  const { personAnsweredAt } = conversation;
  const { automationPauseMinutes } = settings;
  if (automationPauseMinutes === null || personAnsweredAt === null) return allow;
  const until = new Date(personAnsweredAt.getTime() + automationPauseMinutes * 60_000);
  if (until <= now) return allow;
  const problem = createProblem('automation_paused', {
    detail: {
      en: `Somebody answered at ${personAnsweredAt.toISOString()}; automations are quiet until ${until.toISOString()}.`,
      ja: `${personAnsweredAt.toISOString()} に担当者が返信したため、自動応答は ${until.toISOString()} まで休止します。`,
    },
  });
  // What an assistant says now answers nothing any more by then.
  return origin === 'assistant' ? refuse(problem) : hold(until, problem);
}
