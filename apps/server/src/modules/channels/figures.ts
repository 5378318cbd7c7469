import type { Figure } from '#platform/metrics';
import type { Platform } from '#platform/module';
import { readChannelFigures } from './store-figures.ts';

/** How every number that is not disconnected is doing. Numbers go by our ids: a phone number is no label. */
export function tellChannelFigures({ database, metrics }: Platform): void {
  metrics.figures(
    'channels',
    [
      { name: 'renkei_channel_state', help: '1 for the state a number is in', labels: ['channel', 'state'] },
      { name: 'renkei_channel_state_since_seconds', help: 'When it came to be so', labels: ['channel'] },
      {
        name: 'renkei_channel_messages_per_second',
        help: 'What the provider allows a number',
        labels: ['channel'],
      },
    ],
    async () => {
      const channels = await database.inSystem(readChannelFigures);
      return channels.flatMap(({ channelId: channel, state, messagesPerSecond, stateSince }): Figure[] => [
        { name: 'renkei_channel_state', value: 1, labels: { channel, state } },
        {
          name: 'renkei_channel_state_since_seconds',
          value: stateSince.getTime() / 1000,
          labels: { channel },
        },
        { name: 'renkei_channel_messages_per_second', value: messagesPerSecond, labels: { channel } },
      ]);
    },
  );
}
