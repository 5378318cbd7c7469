import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, hold, type RuleVerdict, refuse } from '../verdict.ts';

/** A number that cannot send for a while holds its messages and fails none; a disconnected one takes none. */
export const channelSends: GateRule = {
  id: 'channel-sends',
  version: '2026-11-21',
  title: {
    en: 'The number can send; while it cannot, messages wait',
    ja: '番号が送信できる状態であること（送信できない間は待機します）',
  },
  source: 'Meta, Error codes: 190, 131031, 368 (2026-06)',
  judge,
};

function judge({ channel }: GateFacts): RuleVerdict | undefined {
  if (channel.state === 'connected') return allow;
  const problem =
    channel.problem ??
    createProblem(channel.state === 'token_expired' ? 'channel_token_expired' : 'channel_not_sending');
  return channel.state === 'disconnected' ? refuse(problem) : hold(null, problem);
}
