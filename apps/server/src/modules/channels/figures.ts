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
      {
        name: 'renkei_channel_token_expires_timestamp_seconds',
        help: 'When the access token runs out; absent: never, or not told',
        labels: ['channel'],
      },
      {
        name: 'renkei_channel_business_app_seen_timestamp_seconds',
        help: 'When the WhatsApp Business app of a coexistence number was last seen in use',
        labels: ['channel'],
      },
    ],
    async () => {
      const channels = await database.inSystem(readChannelFigures);
      return channels.flatMap(({ channelId, state, messagesPerSecond, ...moments }): Figure[] => {
        const labels = { channel: channelId };
        return [
          { name: 'renkei_channel_state', value: 1, labels: { ...labels, state } },
          { name: 'renkei_channel_messages_per_second', value: messagesPerSecond, labels },
          ...moment('renkei_channel_state_since_seconds', moments.stateSince, labels),
          ...moment('renkei_channel_token_expires_timestamp_seconds', moments.tokenExpiresAt, labels),
          ...moment('renkei_channel_business_app_seen_timestamp_seconds', moments.businessAppSeenAt, labels),
        ];
      });
    },
  );
}

function moment(name: string, at: Date | null, labels: Figure['labels']): readonly Figure[] {
  return at === null ? [] : [{ name, value: at.getTime() / 1000, labels: labels ?? {} }];
}
