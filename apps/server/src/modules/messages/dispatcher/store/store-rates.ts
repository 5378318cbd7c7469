/** All SQL over send_rates: '' is the number itself, otherwise the recipient of the pair. */
import { named, sql, type TenantTransaction } from '#platform/database';
import type { RateState } from '../rules/rates.ts';

interface RateRow {
  readonly recipient: string;
  readonly tokens: number;
  readonly refilled_at: Date;
  readonly held_until: Date | null;
  readonly strikes: number;
  readonly share: number;
  readonly slowed_at: Date | null;
}

export const numberItself = '';

export async function readRates(
  tx: TenantTransaction,
  channelId: string,
  recipients: readonly string[],
): Promise<Map<string, RateState>> {
  const rows = await tx.query<RateRow>(
    named(
      'send_rates_read',
      sql`
      select recipient, tokens, refilled_at, held_until, strikes, share, slowed_at from send_rates
      where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and recipient = any(${recipients}::text[])`,
    ),
  );
  return new Map(rows.map((row) => [row.recipient, toState(row)]));
}

function toState(row: RateRow): RateState {
  return {
    tokens: row.tokens,
    refilledAtMs: row.refilled_at.getTime(),
    heldUntilMs: row.held_until?.getTime() ?? 0,
    strikes: row.strikes,
    share: row.share,
    slowedAtMs: row.slowed_at?.getTime() ?? 0,
  };
}

/** A number as its next turn finds it. */
export interface NumberRow {
  /** Undefined: it has never sent. */
  readonly rate: RateState | undefined;
  /** Messages that came in since they were counted last. */
  readonly newlyReceived: number;
  /** What a person has set instead of what the provider tells; null: nothing. */
  readonly messagesPerSecond: number | null;
}

export async function readNumber(tx: TenantTransaction, channelId: string): Promise<NumberRow> {
  const [row] = await tx.query<{
    rate: RateRow['recipient'] | null;
    tokens: number;
    refilled_at: Date;
    held_until: Date | null;
    strikes: number;
    share: number;
    slowed_at: Date | null;
    newlyReceived: number;
    messagesPerSecond: number | null;
  }>(
    named(
      'send_rates_number',
      sql`
      select rate.recipient as rate, rate.tokens, rate.refilled_at, rate.held_until, rate.strikes, rate.share,
        rate.slowed_at, (coalesce(traffic.received, 0) - coalesce(rate.received_seen, traffic.received, 0))::integer
          as "newlyReceived", settings.messages_per_second as "messagesPerSecond"
      from (select ${tx.workspaceId}::uuid as workspace_id, ${channelId}::uuid as channel_id) number
      left join send_rates rate on rate.workspace_id = number.workspace_id and rate.channel_id = number.channel_id
        and rate.recipient = ${numberItself}
      left join number_traffic traffic on traffic.workspace_id = number.workspace_id
        and traffic.channel_id = number.channel_id
      left join number_settings settings on settings.workspace_id = number.workspace_id
        and settings.channel_id = number.channel_id`,
    ),
  );
  if (!row) return { rate: undefined, newlyReceived: 0, messagesPerSecond: null };
  const { rate, newlyReceived, messagesPerSecond, ...state } = row;
  return {
    rate: rate === null ? undefined : toState({ recipient: rate, ...state }),
    newlyReceived,
    messagesPerSecond,
  };
}

/**
 * Writes what was taken, of the number with what has come in until `received`; holds are written by `holdRate` alone.
 * `countedReceived`: how many messages that came in were taken into account.
 */
export async function writeTokens(
  tx: TenantTransaction,
  channelId: string,
  rates: ReadonlyMap<string, RateState>,
  countedReceived: number,
): Promise<void> {
  const entries = [...rates];
  await tx.execute(
    named(
      'send_rates_write',
      sql`
      insert into send_rates as rate (workspace_id, channel_id, recipient, tokens, refilled_at, received_seen)
      select ${tx.workspaceId}, ${channelId}, r.recipient, r.tokens, r.refilled_at,
        case when r.recipient = ${numberItself}
          then coalesce((select received from number_traffic
                         where workspace_id = ${tx.workspaceId} and channel_id = ${channelId}), 0) else 0 end
      from unnest(${entries.map(([recipient]) => recipient)}::text[], ${entries.map(([, rate]) => rate.tokens)}::float8[],
        ${entries.map(([, rate]) => new Date(rate.refilledAtMs))}::timestamptz[]) as r (recipient, tokens, refilled_at)
      on conflict (workspace_id, channel_id, recipient) do update set
        tokens = excluded.tokens, refilled_at = excluded.refilled_at,
        received_seen = case when excluded.recipient = ${numberItself}
          then rate.received_seen + ${countedReceived}::integer else 0 end`,
    ),
  );
}

export interface RateHold {
  readonly channelId: string;
  /** See `numberItself`. */
  readonly recipient: string;
  readonly untilMs: number;
  /** The share of the rate that is used from now on; null: as before. */
  readonly share: number | null;
}

/**
 * One more strike for each, and nothing before `untilMs`. Refusals of messages that were under way together count once, and
 * the longest wait of them holds. In one order for everybody.
 */
export async function holdRates(tx: TenantTransaction, holds: readonly RateHold[], at: Date): Promise<void> {
  const ordered = holds.toSorted((one, other) =>
    `${one.channelId}/${one.recipient}` < `${other.channelId}/${other.recipient}` ? -1 : 1,
  );
  for (const { channelId, recipient, untilMs, share } of ordered) {
    await tx.execute(
      named(
        'send_rates_hold',
        sql`
        insert into send_rates as rate (workspace_id, channel_id, recipient, tokens, refilled_at, held_until, strikes,
          share, slowed_at)
        values (${tx.workspaceId}, ${channelId}, ${recipient}, 0, ${at}, ${new Date(untilMs)}, 1,
          coalesce(${share}::float8, 1), case when ${share}::float8 is null then null else ${at}::timestamptz end)
        on conflict (workspace_id, channel_id, recipient) do update set
          tokens = least(rate.tokens, 1), held_until = excluded.held_until,
          strikes = rate.strikes + case when rate.held_until > ${at} then 0 else 1 end,
          share = case when rate.held_until > ${at} then rate.share else coalesce(${share}::float8, rate.share) end,
          slowed_at = case when rate.held_until > ${at} or ${share}::float8 is null then rate.slowed_at
            else ${at}::timestamptz end
        where rate.held_until is null or rate.held_until < excluded.held_until`,
      ),
    );
  }
}

/** An accepted send ends the row of strikes. */
export async function clearStrikes(
  tx: TenantTransaction,
  channelId: string,
  recipients: readonly string[],
  at: Date,
): Promise<void> {
  await tx.execute(
    named(
      'send_rates_clear',
      sql`
      update send_rates set strikes = 0
      where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and recipient = any(${recipients}::text[])
        and strikes > 0 and (held_until is null or held_until <= ${at})`,
    ),
  );
}

/** Pairs whose bucket nobody has touched since: they are full again and say nothing. */
export async function forgetFullPairs(tx: TenantTransaction, channelId: string, before: Date): Promise<void> {
  await tx.execute(
    named(
      'send_rates_forget',
      sql`
      delete from send_rates
      where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and recipient <> ${numberItself}
        and refilled_at < ${before} and (held_until is null or held_until < ${before})`,
    ),
  );
}

/** Messages that came in, by channel: they use up the rate of the number as well. */
export async function countReceived(
  tx: TenantTransaction,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.execute(
    named(
      'number_traffic_count',
      sql`
      insert into number_traffic as traffic (workspace_id, channel_id, received)
      select ${tx.workspaceId}, counted.channel_id, counted.received
      from unnest(${[...counts.keys()]}::uuid[], ${[...counts.values()]}::bigint[]) as counted (channel_id, received)
      order by counted.channel_id
      on conflict (workspace_id, channel_id) do update set received = traffic.received + excluded.received`,
    ),
  );
}
