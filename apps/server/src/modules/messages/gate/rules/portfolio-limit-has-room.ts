import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, hold, type RuleVerdict } from '../verdict.ts';

/** So many people with whom all numbers of the portfolio together may begin in a moving day. */
export const portfolioLimitHasRoom: GateRule = {
  id: 'portfolio-limit-has-room',
  version: '2026-11-22',
  title: {
    en: 'The business portfolio may still begin with more people in this moving 24 hours; otherwise templates wait',
    ja: 'ビジネスポートフォリオの24時間のメッセージ上限に空きがあること（なければ待機します）',
  },
  source: 'Meta, Messaging limits (2026-05-21), of the portfolio since 2025-10-07',
  judge,
};

function judge({ now, content, portfolio, window }: GateFacts): RuleVerdict | undefined {
  const isInsideWindow = window.closesAt !== null && now < window.closesAt;
  if (content.kind !== 'template' || isInsideWindow || !portfolio) return undefined;
  const { limit, used, freesAt } = portfolio;
  if (limit === null || used < limit) return allow;
  return hold(
    freesAt,
    createProblem('messaging_limit_reached', {
      detail: {
        en: `${used} of ${limit} people were written to in the last 24 hours.${freesAt ? ` There is room again at ${freesAt.toISOString()}.` : ''}`,
        ja: `直近24時間に ${limit} 人中 ${used} 人に送信しています。${freesAt ? `${freesAt.toISOString()} に空きができます。` : ''}`,
      },
    }),
  );
}
