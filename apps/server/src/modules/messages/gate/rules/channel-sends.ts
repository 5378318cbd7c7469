import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { allow, hold, refuse, type Verdict } from '../verdict.ts';

/** A number that cannot send for a while holds its messages and fails none; a disconnected one takes none. */
export function channelSends({ channel }: GateFacts): Verdict {
  if (channel.state === 'connected') return allow;
  const problem =
    channel.problem ??
    createProblem(channel.state === 'token_expired' ? 'channel_token_expired' : 'channel_not_sending');
  return channel.state === 'disconnected' ? refuse(problem) : hold(null, problem);
}
