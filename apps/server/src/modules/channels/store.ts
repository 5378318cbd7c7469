/** All SQL over channels. */
import type { ChannelState, Problem } from '@renkei/contract';
import { named, sql, type TenantTransaction, type Transaction } from '#platform/database';

export interface ChannelRow {
  readonly workspaceId: string;
  readonly id: string;
  readonly provider: string;
  readonly name: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly phoneNumber: string;
  readonly displayPhoneNumber: string;
  readonly endpointId: string;
  readonly accessTokenEncrypted: string;
  readonly provesAppSecret: boolean;
  readonly providerSettings: Readonly<Record<string, string>>;
  readonly state: ChannelState;
  readonly stateReason: Problem | null;
  readonly stateSince: Date;
  readonly qualityRating: string | null;
  readonly messagesPerSecond: number;
  readonly onBusinessApp: boolean;
  /** As webhooks tell them, in the provider's words; null: not told yet. */
  readonly messagingLimit: string | null;
  /** The business portfolio that owns the account; null: not told. */
  readonly portfolioId: string | null;
  /** Null: never, or not told. */
  readonly tokenExpiresAt: Date | null;
  readonly nameStatus: string | null;
  readonly createdAt: Date;
  readonly disconnectedAt: Date | null;
}

/** What a connection is made of, now or formerly. */
export type ConnectableRow = Pick<
  ChannelRow,
  | 'workspaceId'
  | 'id'
  | 'provider'
  | 'phoneNumberId'
  | 'wabaId'
  | 'phoneNumber'
  | 'endpointId'
  | 'accessTokenEncrypted'
  | 'provesAppSecret'
  | 'providerSettings'
>;

const columns = `workspace_id as "workspaceId", id, provider, name, phone_number_id as "phoneNumberId", waba_id as "wabaId",
  phone_number as "phoneNumber", display_phone_number as "displayPhoneNumber", endpoint_id as "endpointId",
  access_token_encrypted as "accessTokenEncrypted", proves_app_secret as "provesAppSecret", provider_settings as "providerSettings", state, state_reason as "stateReason", state_since as "stateSince",
  quality_rating as "qualityRating", messages_per_second as "messagesPerSecond",
  on_business_app as "onBusinessApp", messaging_limit as "messagingLimit", portfolio_id as "portfolioId", token_expires_at as "tokenExpiresAt", display_name_status as "nameStatus", created_at as "createdAt",
  disconnected_at as "disconnectedAt"`;

export function listChannelRows(tx: TenantTransaction): Promise<readonly ChannelRow[]> {
  return tx.query<ChannelRow>({
    text: `select ${columns} from channels where workspace_id = $1 order by created_at, id`,
    values: [tx.workspaceId],
  });
}

export function listStateRows(
  transaction: Transaction,
): Promise<readonly Pick<ChannelRow, 'name' | 'displayPhoneNumber' | 'state' | 'stateReason'>[]> {
  return transaction.query<ChannelRow>({
    text: `select ${columns} from channels where disconnected_at is null order by created_at, id`,
    values: [],
  });
}

export function findChannelRows(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<readonly ChannelRow[]> {
  return tx.query<ChannelRow>({
    name: 'channels_by_id',
    text: `select ${columns} from channels where workspace_id = $1 and id = any($2::uuid[])`,
    values: [tx.workspaceId, ids],
  });
}

/** Keeps the channel as it is until the transaction ends. */
export async function lockChannelRow(tx: TenantTransaction, id: string): Promise<ChannelRow | undefined> {
  const [row] = await tx.query<ChannelRow>({
    text: `select ${columns} from channels where workspace_id = $1 and id = $2 for update`,
    values: [tx.workspaceId, id],
  });
  return row;
}

/** The channel of this number in this workspace, also when it was disconnected. */
export async function findChannelByNumber(
  tx: TenantTransaction,
  provider: string,
  phoneNumberId: string,
): Promise<ChannelRow | undefined> {
  const [row] = await tx.query<ChannelRow>({
    text: `select ${columns} from channels where workspace_id = $1 and provider = $2 and phone_number_id = $3
           order by disconnected_at desc nulls first limit 1 for update`,
    values: [tx.workspaceId, provider, phoneNumberId],
  });
  return row;
}

/** A connected number of this business account, the oldest. */
export async function findChannelOfAccount(
  tx: TenantTransaction,
  wabaId: string,
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(sql`
    select id from channels where workspace_id = ${tx.workspaceId} and waba_id = ${wabaId} and disconnected_at is null
    order by created_at limit 1`);
  return row?.id;
}

/** Whether anybody, in any workspace, has this number connected. */
export async function isNumberTaken(
  tx: Transaction,
  provider: string,
  phoneNumberId: string,
): Promise<boolean> {
  const rows = await tx.query(sql`
    select 1 from channels where provider = ${provider} and phone_number_id = ${phoneNumberId} and disconnected_at is null`);
  return rows.length > 0;
}

/** Connected numbers that share the account, or the app, of this one; itself included. */
export async function listSharingRows(
  tx: TenantTransaction,
  channelId: string,
  scope: 'account' | 'app',
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    named(
      'channels_sharing',
      sql`
      select other.id from channels own join channels other on other.workspace_id = own.workspace_id
        and other.provider = own.provider and other.disconnected_at is null
        and case when ${scope}::text = 'account' then other.waba_id = own.waba_id
            else other.endpoint_id = own.endpoint_id end
      where own.workspace_id = ${tx.workspaceId} and own.id = ${channelId}`,
    ),
  );
  return rows.map(({ id }) => id);
}

export interface NumberChange {
  readonly wabaId: string;
  /** Digits; null: every number of the account. */
  readonly phoneNumber: string | null;
  readonly quality: string | null;
  readonly messagingLimit: string | null;
  readonly nameStatus: string | null;
  readonly messagesPerSecond: number | null;
}

/** Takes over what was told about numbers; what is null stays as it is. Gives whose have changed. */
export async function changeNumberRows(
  tx: TenantTransaction,
  change: NumberChange,
): Promise<readonly string[]> {
  const { wabaId, phoneNumber, quality, messagingLimit, nameStatus, messagesPerSecond } = change;
  const rows = await tx.query<{ id: string }>(sql`
    update channels set
      quality_rating = coalesce(${quality}, quality_rating),
      messaging_limit = coalesce(${messagingLimit}, messaging_limit),
      display_name_status = coalesce(${nameStatus}, display_name_status),
      messages_per_second = coalesce(${messagesPerSecond}::int, messages_per_second)
    where workspace_id = ${tx.workspaceId} and waba_id = ${wabaId} and disconnected_at is null
      and (${phoneNumber}::text is null or phone_number = ${phoneNumber})
    returning id`);
  return rows.map((row) => row.id);
}

export function findChannelsByPhoneNumber(
  tx: TenantTransaction,
  phoneNumbers: readonly string[],
): Promise<readonly { readonly id: string; readonly phoneNumber: string }[]> {
  return tx.query<{ id: string; phoneNumber: string }>(sql`
    select id, phone_number as "phoneNumber" from channels
    where workspace_id = ${tx.workspaceId} and phone_number = any(${phoneNumbers}::text[]) and disconnected_at is null`);
}

const seenEveryMs = 3_600_000;

/** The Business app was in use then; written once an hour, for it need not be known better. */
export async function markBusinessAppSeen(
  tx: TenantTransaction,
  channelIds: readonly string[],
  times: readonly Date[],
): Promise<void> {
  await tx.execute(
    named(
      'channels_mark_app_seen',
      sql`
      update channels set business_app_seen_at = seen.at
      from (select id, max(at) as at from unnest(${channelIds}::uuid[], ${times}::timestamptz[]) as one (id, at)
            group by id) seen
      where channels.workspace_id = ${tx.workspaceId} and channels.id = seen.id
        and (business_app_seen_at is null
          or business_app_seen_at < seen.at - ${seenEveryMs}::integer * interval '1 millisecond')`,
    ),
  );
}

/** What nobody told stays as it was. */
export type SavedChannel = Omit<ChannelRow, 'messagingLimit' | 'nameStatus' | 'portfolioId'> & {
  readonly messagingLimit?: string | null | undefined;
  readonly portfolioId?: string | null | undefined;
};

/** Inserts the channel, or brings a disconnected one of the same id back. */
export async function saveChannel(tx: TenantTransaction, row: SavedChannel): Promise<void> {
  await tx.execute(sql`
    insert into channels (workspace_id, id, provider, name, phone_number_id, waba_id, phone_number, display_phone_number,
      endpoint_id, access_token_encrypted, proves_app_secret, provider_settings, state, state_reason, state_since, quality_rating, messages_per_second,
      on_business_app, messaging_limit, portfolio_id, token_expires_at, created_at, disconnected_at)
    values (${tx.workspaceId}, ${row.id}, ${row.provider}, ${row.name}, ${row.phoneNumberId}, ${row.wabaId},
      ${row.phoneNumber}, ${row.displayPhoneNumber}, ${row.endpointId}, ${row.accessTokenEncrypted}, ${row.provesAppSecret},
      ${JSON.stringify(row.providerSettings)}, ${row.state},
      ${row.stateReason && JSON.stringify(row.stateReason)}, ${row.stateSince}, ${row.qualityRating},
      ${row.messagesPerSecond}, ${row.onBusinessApp}, ${row.messagingLimit ?? null}, ${row.portfolioId ?? null}, ${row.tokenExpiresAt}, ${row.createdAt}, ${row.disconnectedAt})
    on conflict (workspace_id, id) do update set
      provider = excluded.provider, name = excluded.name, phone_number_id = excluded.phone_number_id, waba_id = excluded.waba_id, phone_number = excluded.phone_number,
      display_phone_number = excluded.display_phone_number, endpoint_id = excluded.endpoint_id,
      access_token_encrypted = excluded.access_token_encrypted, proves_app_secret = excluded.proves_app_secret,
      provider_settings = excluded.provider_settings, state = excluded.state,
      state_reason = excluded.state_reason, state_since = excluded.state_since, quality_rating = excluded.quality_rating,
      messages_per_second = excluded.messages_per_second, on_business_app = excluded.on_business_app,
      messaging_limit = coalesce(excluded.messaging_limit, channels.messaging_limit),
      portfolio_id = coalesce(excluded.portfolio_id, channels.portfolio_id),
      token_expires_at = excluded.token_expires_at,
      disconnected_at = excluded.disconnected_at`);
}

/**
 * Sets the state unless it is that already or the channel was disconnected. With `sealedToken` only while this is still
 * the channel's token: what an old token was refused for says nothing about the new one.
 */
export async function updateState(
  tx: TenantTransaction,
  channelId: string,
  state: ChannelState,
  problem: Problem | null,
  at: Date,
  sealedToken: string | null,
): Promise<boolean> {
  const changed = await tx.execute(
    named(
      'channels_update_state',
      sql`
      update channels set state = ${state}, state_reason = ${problem && JSON.stringify(problem)}, state_since = ${at}
      where workspace_id = ${tx.workspaceId} and id = ${channelId} and disconnected_at is null
        and state is distinct from ${state}
        and (${sealedToken}::text is null or access_token_encrypted = ${sealedToken})`,
    ),
  );
  return changed > 0;
}
