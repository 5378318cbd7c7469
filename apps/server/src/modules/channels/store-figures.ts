/** Figures of `channels`, of all workspaces. System scope. */
import { named, sql, type Transaction } from '#platform/database';

export interface ChannelFigure {
  readonly channelId: string;
  readonly state: string;
  readonly messagesPerSecond: number;
  readonly stateSince: Date;
}

export function readChannelFigures(transaction: Transaction): Promise<readonly ChannelFigure[]> {
  return transaction.query<ChannelFigure & Record<string, unknown>>(
    named(
      'read_channel_figures',
      sql`select id as "channelId", state, messages_per_second as "messagesPerSecond", state_since as "stateSince"
          from channels where disconnected_at is null`,
    ),
  );
}
