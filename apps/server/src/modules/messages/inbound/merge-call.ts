import type { ContentOf } from '@renkei/contract';
import type { ReceivedCall } from '#modules/channels';

type CallContent = ContentOf<'call'>;

/** What says more about a call comes later here: a declined call also ends, and an end tells how long it took. */
const outcomes: readonly CallContent['outcome'][] = ['ringing', 'missed', 'failed', 'rejected', 'answered'];

/** The same call after one more thing was told about it, in whatever order the things come. */
export function mergeCall(known: CallContent | undefined, told: ReceivedCall): CallContent {
  const { callId, calledBy, outcome, durationMs } = told;
  if (!known) return { kind: 'call', callId, calledBy, outcome, durationMs };
  return {
    ...known,
    outcome: outcomes.indexOf(outcome) > outcomes.indexOf(known.outcome) ? outcome : known.outcome,
    durationMs: durationMs ?? known.durationMs,
  };
}
