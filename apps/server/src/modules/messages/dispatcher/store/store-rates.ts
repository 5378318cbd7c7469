/** All SQL over send_rates: '' is the number itself, otherwise the recipient of the pair. */
import { named, sql, type TenantTransaction } from '#platform/database';
import type { RateState } from '../rules/rates.ts';

interface RateRow {
  readonly recipient: string;
  readonly tokens: number;
  readonly refilled_at: Date;
  readonly held_until: Date | null;
  readonly strikes: number;
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
      select recipient, tokens, refilled_at, held_until, strikes from send_rates
      where workspace_id = ${tx.workspaceId} and channel_id = ${channelId} and recipient = any(${recipients}::text[])`,
    ),
  );
  return new Map(
    rows.map((row) => [
      row.recipient,
      {
        tokens: row.tokens,
        refilledAtMs: row.refilled_at.getTime(),
        heldUntilMs: row.held_until?.getTime() ?? 0,
        strikes: row.strikes,
      },
    ]),
  );
}

/** Writes what was taken; holds are written by `holdRates` alone. */
export async function writeTokens(
  tx: TenantTransaction,
  channelId: string,
  rates: ReadonlyMap<string, RateState>,
): Promise<void> {
  const entries = [...rates];
  await tx.execute(
    named(
      'send_rates_write',
      sql`
      insert into send_rates (workspace_id, channel_id, recipient, tokens, refilled_at)
      select ${tx.workspaceId}, ${channelId}, r.recipient, r.tokens, r.refilled_at
      from unnest(${entries.map(([recipient]) => recipient)}::text[], ${entries.map(([, rate]) => rate.tokens)}::float8[],
        ${entries.map(([, rate]) => new Date(rate.refilledAtMs))}::timestamptz[]) as r (recipient, tokens, refilled_at)
      on conflict (workspace_id, channel_id, recipient) do update set
        tokens = excluded.tokens, refilled_at = excluded.refilled_at`,
    ),
  );
}

/** One more strike, and nothing before `untilMs`. Refusals of messages that were under way together count once. */
export async function holdRate(
  tx: TenantTransaction,
  channelId: string,
  recipient: string,
  untilMs: number,
  at: Date,
): Promise<void> {
  await tx.execute(
    named(
      'send_rates_hold',
      sql`
      insert into send_rates as rate (workspace_id, channel_id, recipient, tokens, refilled_at, held_until, strikes)
      values (${tx.workspaceId}, ${channelId}, ${recipient}, 0, ${at}, ${new Date(untilMs)}, 1)
      on conflict (workspace_id, channel_id, recipient) do update set
        tokens = least(rate.tokens, 1), held_until = excluded.held_until, strikes = rate.strikes + 1
      where rate.held_until is null or rate.held_until <= ${at}`,
    ),
  );
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
