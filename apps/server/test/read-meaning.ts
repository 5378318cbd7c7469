import type { Content, Message } from '@renkei/contract';
import { sql, type TenantTransaction } from '#platform/database';
import type { IntakeHarness } from './intake-harness.ts';

/**
 * What webhooks have come to, one line per thing that was stored or changed, for tables of expectations: `message …`,
 * `revision …`, `status …`, `preference …`, `contact …`, `template …`, `number …`, `event …`.
 */
export async function readMeaning(
  transaction: TenantTransaction,
  account: IntakeHarness['account'],
): Promise<readonly string[]> {
  return [
    ...(await readMessages(transaction)),
    ...(await readLines(
      transaction,
      sql`select concat_ws(' ', 'revision', change, case when by_business then 'by business' end, text) as line
          from message_revisions order by provider_message_id`,
    )),
    ...(await readLines(
      transaction,
      sql`select concat_ws(' ', 'status', status, case when group_id is not null then 'in a group' end,
                           errors -> 0 ->> 'code', pricing ->> 'category') as line
          from message_statuses order by status`,
    )),
    ...(await readLines(
      transaction,
      sql`select concat_ws(' ', 'preference', category, choice) as line from marketing_preferences`,
    )),
    ...(await readLines(
      transaction,
      sql`select concat_ws(' ', 'contact', profile_name, '(' || (
            select string_agg(kind || ' ' || value || case when released_at is null then '' else ' released' end, ', '
                              order by kind, value)
            from identities where contact_id = contacts.id) || ')') as line
          from contacts where merged_into is null order by profile_name`,
    )),
    ...account.templates.map(({ name, status, statusReason, category, quality }) =>
      lineOf('template', name, { status, reason: statusReason, category, quality }),
    ),
    ...account.numbers.map(({ phoneNumber, quality, messagingLimit, nameStatus, messagesPerSecond }) =>
      lineOf('number', phoneNumber ?? 'all', {
        quality,
        limit: messagingLimit,
        nameStatus,
        messagesPerSecond,
      }),
    ),
    ...(await readLines(
      transaction,
      sql`select concat_ws(' ', 'event', coalesce(kind, 'unknown ' || field), severity,
                           case when channel_id is null then 'of the account' end) as line
          from account_events order by occurred_at, kind, data::text`,
    )),
  ];
}

async function readLines(
  transaction: TenantTransaction,
  statement: ReturnType<typeof sql>,
): Promise<readonly string[]> {
  return (await transaction.query<{ line: string }>(statement)).map((row) => row.line);
}

interface MessageRow {
  readonly direction: Message['direction'];
  readonly content: Content;
  readonly forwarded: string | null;
  readonly referral: Message['referral'];
  readonly product: Message['referredProduct'];
  readonly participant: Message['participant'];
  readonly quotes: boolean;
  readonly unread: number;
  readonly window: boolean;
}

async function readMessages(transaction: TenantTransaction): Promise<readonly string[]> {
  const rows = await transaction.query<MessageRow & Record<string, unknown>>(
    sql`select message.direction, message.content, message.referral, message.referred_product as product,
               message.participant, message.reply_to_provider_message_id is not null as quotes,
               case when forwarded_often then 'often' when forwarded then 'forwarded' end as forwarded,
               conversation.unread_count as unread, conversation.window_closes_at is not null as "window"
        from messages message join conversations conversation on conversation.id = message.conversation_id
        order by message.arrival`,
  );
  return rows.map(({ content, ...row }) =>
    [
      `message ${row.direction}`,
      describe(content),
      row.quotes ? 'quotes' : null,
      row.forwarded === null ? null : `forwarded=${row.forwarded}`,
      row.referral && `referral=${row.referral.source} ${row.referral.headline}`,
      row.product && `product=${row.product.productId}`,
      row.participant && `by ${row.participant.name}`,
      row.unread > 0 ? 'unread' : null,
      row.window ? 'window' : null,
    ]
      .filter((part) => part !== null)
      .join(' '),
  );
}

/** Content as JSON; ids of files differ from run to run. */
function describe({ kind, ...rest }: Content): string {
  const text = JSON.stringify(rest, (key, value) => (key === 'mediaId' ? undefined : value));
  return text === '{}' ? kind : `${kind} ${text}`;
}

function lineOf(word: string, name: string, parts: Readonly<Record<string, string | number | null>>): string {
  const told = Object.entries(parts).flatMap(([key, value]) => (value === null ? [] : [`${key}=${value}`]));
  return [word, name, ...told].join(' ');
}
