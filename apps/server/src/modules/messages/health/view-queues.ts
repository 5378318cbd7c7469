import type { QueueHealth } from '@renkei/contract';
import type { ListedChannel } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import { portfolioAllowance } from '../dispatcher/portfolio-allowance.ts';
import { fullRate, messagesPerSecondOf, numberRule, shareAt } from '../dispatcher/rules/rates.ts';
import type { OutboundContext } from '../outbound/needs.ts';
import { explainHolds } from './explain-holds.ts';
import { countQueues, countUnderWay, groupHeld, type QueueCounts } from './store-health.ts';

/** The queue of every number: how long, why it waits, how fast it goes. */
export async function viewQueues(
  { store }: Pick<OutboundContext, 'store'>,
  tx: TenantTransaction,
  channels: readonly ListedChannel[],
  { now, isSystemHeld }: { readonly now: Date; readonly isSystemHeld: boolean },
): Promise<readonly QueueHealth[]> {
  const ids = channels.map(({ id }) => id);
  const counted = new Map((await countQueues(tx, ids, now)).map((row) => [row.channelId, row]));
  const underWay = Map.groupBy(await countUnderWay(tx), ({ channelId }) => channelId);
  const views: QueueHealth[] = [];
  for (const channel of channels) {
    const counts = counted.get(channel.id) ?? noCounts(channel.id);
    const { rate, messagesPerSecond } = await store.readNumber(tx, channel.id);
    const limitPerSecond = messagesPerSecondOf(channel, messagesPerSecond);
    const state = rate ?? fullRate(numberRule(limitPerSecond), now.getTime());
    const { limit, used, freesAt } = await portfolioAllowance(store, tx, channel, now);
    const of = (wanted: string) =>
      (underWay.get(channel.id) ?? []).find((row) => row.state === wanted)?.count ?? 0;
    views.push({
      channel: {
        id: channel.id,
        name: channel.name,
        displayPhoneNumber: channel.displayPhoneNumber,
        state: channel.state,
        stateSince: channel.stateSince.toISOString(),
        problem: channel.problem,
      },
      counts: {
        scheduled: counts.scheduled,
        queued: counts.queued,
        claimed: of('claimed'),
        dispatched: of('dispatched'),
        unsure: of('unsure'),
        awaiting: of('awaiting'),
      },
      oldestQueuedAt: counts.oldestQueuedAt?.toISOString() ?? null,
      nextScheduledAt: counts.nextScheduledAt?.toISOString() ?? null,
      holds: [
        ...explainHolds({
          now,
          isSystemHeld,
          channel,
          numberHeldUntilMs: state.heldUntilMs,
          queuedCount: counts.queued,
          groups: counts.queued === 0 ? [] : await groupHeld(tx, channel.id, now),
        }),
      ],
      throughput: {
        acceptedLastMinute: counts.acceptedLastMinute,
        perSecond: counts.acceptedLast10s / 10,
        allowedPerSecond: Math.round(limitPerSecond * shareAt(state, now.getTime()) * 10) / 10,
        limitPerSecond,
      },
      portfolio: { limit, used, freesAt: freesAt?.toISOString() ?? null },
    });
  }
  return views;
}

function noCounts(channelId: string): QueueCounts {
  return {
    channelId,
    scheduled: 0,
    nextScheduledAt: null,
    queued: 0,
    oldestQueuedAt: null,
    acceptedLastMinute: 0,
    acceptedLast10s: 0,
  };
}
