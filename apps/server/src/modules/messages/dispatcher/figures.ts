import type { Figure } from '#platform/metrics';
import type { Platform } from '#platform/module';
import { readOutboxFigures, readRateFigures } from './store/store-figures.ts';

/** Every state is told, so that an alert sees a zero and not nothing. */
const states = ['scheduled', 'queued', 'claimed', 'dispatched', 'awaiting', 'unsure'] as const;

/** What waits to be sent and for how long, and what numbers have left of their rates. */
export function tellSendFigures({ database, clock, metrics }: Platform): void {
  metrics.figures(
    'sending',
    [
      { name: 'renkei_outbox_messages', help: 'Messages that are not finished, by state', labels: ['state'] },
      {
        name: 'renkei_outbox_oldest_seconds',
        help: 'For how long the first due or unsure message has been waiting, by state',
        labels: ['state'],
      },
      {
        name: 'renkei_channel_rate_tokens',
        help: 'Sends that a number could make at once',
        labels: ['channel'],
      },
      {
        name: 'renkei_channel_rate_held',
        help: 'Whether the provider made a number wait',
        labels: ['channel'],
      },
    ],
    async () => {
      const now = clock.now();
      const { outbox, rates } = await database.inSystem(async (tx) => ({
        outbox: await readOutboxFigures(tx, now),
        rates: await readRateFigures(tx, now),
      }));
      const byState = new Map(outbox.map((figure) => [figure.state, figure]));
      return [
        ...states.flatMap((state): Figure[] => {
          const { count = 0, oldestAt = null } = byState.get(state) ?? {};
          const ageMs = oldestAt === null ? 0 : Math.max(0, now.getTime() - oldestAt.getTime());
          return [
            { name: 'renkei_outbox_messages', value: count, labels: { state } },
            { name: 'renkei_outbox_oldest_seconds', value: ageMs / 1000, labels: { state } },
          ];
        }),
        ...rates.flatMap(({ channelId, tokens, isHeld }): Figure[] => [
          { name: 'renkei_channel_rate_tokens', value: tokens, labels: { channel: channelId } },
          { name: 'renkei_channel_rate_held', value: isHeld ? 1 : 0, labels: { channel: channelId } },
        ]),
      ];
    },
  );
}
