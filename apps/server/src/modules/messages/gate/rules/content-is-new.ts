import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse, warn } from '../verdict.ts';

/** A loop or a double click sends the same twice. A member may want to; a program does not. */
export const contentIsNew: GateRule = {
  id: 'content-is-new',
  version: '2026-11-22',
  title: {
    en: 'Programs do not send the same to the same person twice in a row; members are warned (settings)',
    ja: 'プログラムが同じ内容を同じ方に続けて送らないこと。メンバーには警告します（設定で変更可）',
  },
  source: 'Rule of Renkei; settings of the workspace',
  judge,
};

function judge({ now, origin, content, sameSentAt, settings }: GateFacts): RuleVerdict | undefined {
  const { duplicatesWithinMinutes } = settings;
  if (duplicatesWithinMinutes === null || content.kind === 'reaction' || content.kind === 'pin')
    return undefined;
  const isSoon =
    sameSentAt !== null && now.getTime() - sameSentAt.getTime() < duplicatesWithinMinutes * 60_000;
  if (!isSoon) return allow;
  const at = sameSentAt.toISOString();
  const problem = createProblem('duplicate_content', {
    detail: {
      en: `The same content was sent at ${at}, and the customer has not written since.`,
      ja: `${at} に同じ内容を送信しており、その後お客様からの連絡はありません。`,
    },
  });
  return origin === 'inbox' ? warn(problem) : refuse(problem);
}
