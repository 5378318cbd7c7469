/** All SQL over portfolio_starts and portfolio_usage: whom a business portfolio has begun with in a moving 24 hours. */
import { named, sql, type TenantTransaction } from '#platform/database';
import { campaignPriority, replyPriority } from '../../outbound/priorities.ts';
import { mostStartsOf } from '../rules/portfolio.ts';

export interface PortfolioUsage {
  readonly started: number;
  /** The start after which places are promised to messages that wait. */
  readonly promisedUntil: Date | null;
}

/** Counts again, without those before `since`, and holds the count to the end of the transaction. */
export async function lockPortfolio(
  tx: TenantTransaction,
  portfolioId: string,
  since: Date,
): Promise<PortfolioUsage> {
  await tx.execute(
    named(
      'portfolio_usage_lock',
      sql`
      insert into portfolio_usage as usage (workspace_id, portfolio_id) values (${tx.workspaceId}, ${portfolioId})
      on conflict (workspace_id, portfolio_id) do update set started = usage.started`,
    ),
  );
  const [row] = await tx.query<PortfolioUsage>(
    named(
      'portfolio_usage_count',
      sql`
      with over as (
        delete from portfolio_starts
        where workspace_id = ${tx.workspaceId} and portfolio_id = ${portfolioId} and started_at <= ${since} returning 1)
      update portfolio_usage set started = started - (select count(*) from over),
        promised_until = case when promised_until > ${since} then promised_until end
      where workspace_id = ${tx.workspaceId} and portfolio_id = ${portfolioId}
      returning started, promised_until as "promisedUntil"`,
    ),
  );
  return row ?? { started: 0, promisedUntil: null };
}

/** Those of the recipients with whom the portfolio has begun already. */
export async function findStarted(
  tx: TenantTransaction,
  portfolioId: string,
  recipients: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ recipient: string }>(
    named(
      'portfolio_starts_find',
      sql`
      select recipient from portfolio_starts
      where workspace_id = ${tx.workspaceId} and portfolio_id = ${portfolioId}
        and recipient = any(${recipients}::text[])`,
    ),
  );
  return new Set(rows.map(({ recipient }) => recipient));
}

/** The next starts to be over, the oldest first, after those that are promised already. */
export async function listNextOver(
  tx: TenantTransaction,
  portfolioId: string,
  after: Date | null,
  limit: number,
): Promise<readonly Date[]> {
  const rows = await tx.query<{ startedAt: Date }>(
    named(
      'portfolio_starts_next',
      sql`
      select started_at as "startedAt" from portfolio_starts
      where workspace_id = ${tx.workspaceId} and portfolio_id = ${portfolioId}
        and (${after}::timestamptz is null or started_at > ${after})
      order by started_at limit ${limit}`,
    ),
  );
  return rows.map(({ startedAt }) => startedAt);
}

export interface NewStart {
  readonly recipient: string;
  readonly messageId: string;
}

export async function writePortfolio(
  tx: TenantTransaction,
  portfolioId: string,
  { starts, promisedUntil, at }: { starts: readonly NewStart[]; promisedUntil: Date | null; at: Date },
): Promise<void> {
  await tx.execute(
    named(
      'portfolio_starts_insert',
      sql`
      with inserted as (
        insert into portfolio_starts (workspace_id, portfolio_id, recipient, started_at, message_id)
        select ${tx.workspaceId}, ${portfolioId}, s.recipient, ${at}, s.message_id
        from unnest(${starts.map(({ recipient }) => recipient)}::text[],
          ${starts.map(({ messageId }) => messageId)}::uuid[]) as s (recipient, message_id)
        on conflict (workspace_id, portfolio_id, recipient) do nothing returning 1)
      update portfolio_usage set started = started + (select count(*) from inserted),
        promised_until = ${promisedUntil}
      where workspace_id = ${tx.workspaceId} and portfolio_id = ${portfolioId}`,
    ),
  );
}

/**
 * Lets as many as there is room for go before their promised time: the limit has been raised, or places came free early.
 * Campaigns have less room, see `mostStartsOf`. Whoever is late gets a new promise.
 */
export async function releasePromised(
  tx: TenantTransaction,
  portfolioId: string,
  channelId: string,
  limit: number | null,
): Promise<void> {
  const [usage] = await tx.query<PortfolioUsage>(
    named(
      'portfolio_usage_promised',
      sql`
      select started, promised_until as "promisedUntil" from portfolio_usage
      where workspace_id = ${tx.workspaceId} and portfolio_id = ${portfolioId} and promised_until is not null`,
    ),
  );
  if (!usage || (limit !== null && usage.started >= limit)) return;
  const roomOf = (priority: number) =>
    limit === null ? null : Math.max(0, mostStartsOf(limit, priority) - usage.started);
  await tx.execute(
    named(
      'portfolio_release',
      sql`
      update outbox set not_before = to_timestamp(0)
      where workspace_id = ${tx.workspaceId} and message_id in (
        (select message_id from outbox
         where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and state = 'queued' and not behind
           and hold_reason = 'portfolio_limit' and not_before > to_timestamp(0) and priority < ${campaignPriority}
         order by priority, not_before, position limit ${roomOf(replyPriority)}::bigint)
        union all
        (select message_id from outbox
         where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and state = 'queued' and not behind
           and hold_reason = 'portfolio_limit' and not_before > to_timestamp(0) and priority >= ${campaignPriority}
         order by priority, not_before, position limit ${roomOf(campaignPriority)}::bigint))`,
    ),
  );
}

/** The provider refused these: nobody was begun with by them. */
export async function deleteStarts(tx: TenantTransaction, messageIds: readonly string[]): Promise<void> {
  await tx.execute(
    named(
      'portfolio_starts_delete',
      sql`
      with gone as (
        delete from portfolio_starts where workspace_id = ${tx.workspaceId} and message_id = any(${messageIds}::uuid[])
        returning portfolio_id)
      update portfolio_usage usage set started = usage.started - counted.starts
      from (select portfolio_id, count(*) as starts from gone group by portfolio_id) counted
      where usage.workspace_id = ${tx.workspaceId} and usage.portfolio_id = counted.portfolio_id`,
    ),
  );
}

export interface PortfolioCount {
  readonly used: number;
  readonly oldestAt: Date | null;
}

/** Without holding anything. */
export async function readPortfolio(
  tx: TenantTransaction,
  portfolioId: string,
  since: Date,
): Promise<PortfolioCount> {
  const [row] = await tx.query<PortfolioCount>(
    named(
      'portfolio_usage_read',
      sql`
      select coalesce(usage.started, 0) - (
          select count(*)::integer from portfolio_starts
          where workspace_id = ${tx.workspaceId} and portfolio_id = ${portfolioId} and started_at <= ${since}) as used,
        (select min(started_at) from portfolio_starts
         where workspace_id = ${tx.workspaceId} and portfolio_id = ${portfolioId} and started_at > ${since}) as "oldestAt"
      from (select 1) always left join portfolio_usage usage
        on usage.workspace_id = ${tx.workspaceId} and usage.portfolio_id = ${portfolioId}`,
    ),
  );
  return row ?? { used: 0, oldestAt: null };
}
