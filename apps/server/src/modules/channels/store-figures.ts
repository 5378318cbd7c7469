/** Figures of `channels`, of all workspaces. System scope. */
import { named, sql, type Transaction } from '#platform/database';

export interface ChannelFigure {
  readonly channelId: string;
  readonly state: string;
  readonly messagesPerSecond: number;
  readonly stateSince: Date;
  /** Null: never, or not told. */
  readonly tokenExpiresAt: Date | null;
  /** Null: the number is not in the Business app. */
  readonly businessAppSeenAt: Date | null;
}

export function readChannelFigures(transaction: Transaction): Promise<readonly ChannelFigure[]> {
  return transaction.query<ChannelFigure & Record<string, unknown>>(
    named(
      'read_channel_figures',
      sql`select id as "channelId", state, messages_per_second as "messagesPerSecond", state_since as "stateSince",
                 token_expires_at as "tokenExpiresAt",
                 case when on_business_app then coalesce(business_app_seen_at, created_at) end as "businessAppSeenAt"
          from channels where disconnected_at is null`,
    ),
  );
}
