/** Figures of outbox and rates, of all workspaces. System scope. */
import { named, sql, type Transaction } from '#platform/database';

export interface OutboxFigure {
  readonly state: string;
  readonly count: number;
  /** Since when the first of them could have gone, or has been unsure; null: none is due. */
  readonly oldestAt: Date | null;
}

export function readOutboxFigures(tx: Transaction, now: Date): Promise<readonly OutboxFigure[]> {
  return tx.query<OutboxFigure & Record<string, unknown>>(
    named(
      'outbox_figures',
      sql`select state, count(*)::integer as count,
                 min(case when state = 'unsure' then unsure_since else not_before end)
                   filter (where state = 'unsure' or not_before <= ${now}) as "oldestAt"
          from outbox group by state`,
    ),
  );
}

export interface RateFigure {
  readonly channelId: string;
  readonly tokens: number;
  readonly isHeld: boolean;
}

/** Of the numbers themselves, not of pairs. */
export function readRateFigures(tx: Transaction, now: Date): Promise<readonly RateFigure[]> {
  return tx.query<RateFigure & Record<string, unknown>>(
    named(
      'rate_figures',
      sql`select channel_id as "channelId", tokens, coalesce(held_until > ${now}, false) as "isHeld"
          from send_rates where recipient = ''`,
    ),
  );
}
