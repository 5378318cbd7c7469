import type { OutboundState } from '../../../world/messages/messages.ts';
import type { World } from '../../../world/world.ts';

const pageSize = 1000;

/**
 * Messages of a WABA's numbers that may have moved between two times (world ms), oldest first. A message can be
 * delivered as long after its acceptance as the world keeps trying.
 */
export function* listSends(
  world: World,
  wabaId: string,
  { start, end }: { readonly start: number; readonly end: number },
): Iterable<OutboundState> {
  const { sends } = world;
  const from = start - world.settings.retentionMs;
  for (let position = firstSince(world, from); position < sends.length; position += pageSize) {
    for (const state of sends.slice(position, position + pageSize)) {
      if (state.message.at >= end) return;
      if (world.phoneNumbers.get(state.message.phoneNumberId)?.wabaId === wabaId) yield state;
    }
  }
}

/** The ledger is in order of time. */
function firstSince({ sends }: World, from: number): number {
  let low = 0;
  let high = sends.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [state] = sends.slice(middle, middle + 1);
    if (state && state.message.at < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** When a message was delivered; `read` without `delivered` counts as that. */
export function deliveredAt({ statusTimes }: OutboundState): number | undefined {
  return statusTimes.delivered ?? statusTimes.read ?? statusTimes.played;
}
