/** The SQL that picks sends from the outbox, with their messages and conversations as they are now. */
import type { SendableContent } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import type { SendOrigin, SendPurpose } from '../../outbound/needs.ts';
import type { ChannelLease } from './store-leases.ts';

/** A waiting send with its conversation as it is now. */
export interface Candidate {
  readonly messageId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly assigneeId: string | null;
  readonly recipient: string;
  readonly origin: SendOrigin | null;
  readonly purpose: SendPurpose | null;
  readonly attempts: number;
  readonly priority: number;
  readonly deadlineAt: Date;
  readonly notAfter: Date | null;
  readonly content: SendableContent;
  readonly replyToProviderMessageId: string | null;
  readonly recipientPhone: string | null;
  readonly recipientUserId: string | null;
  readonly recipientGroupId: string | null;
  readonly lastInboundAt: Date | null;
  readonly windowClosesAt: Date | null;
}

const candidateColumns = `o.message_id as "messageId", o.conversation_id as "conversationId", m.contact_id as "contactId",
  o.recipient, m.origin, m.purpose, o.attempts, o.priority, o.deadline_at as "deadlineAt", o.not_after as "notAfter",
  m.content, m.reply_to_provider_message_id as "replyToProviderMessageId", c.recipient_phone as "recipientPhone",
  c.recipient_user_id as "recipientUserId", c.recipient_group_id as "recipientGroupId",
  c.last_inbound_at as "lastInboundAt", c.window_closes_at as "windowClosesAt",
  c.assignee_id as "assigneeId"`;

const candidateJoins = `join messages m on m.workspace_id = o.workspace_id and m.id = o.message_id
  join conversations c on c.workspace_id = o.workspace_id and c.id = o.conversation_id`;

/** How long the later messages of a conversation wait behind one whose fate is not known. (Reliability rule 4.8) */
export const waitBehindMs = 20_000;

/** Rows looked at beyond those wanted: some of them stand behind others. */
const spareRows = 16;
/** Enough to pass over those that nobody knew to stand behind another. */
const mostLooks = 8;

/**
 * The next sends of a channel that are due, locked: replies before automations before campaigns, of each conversation the
 * first alone. What stands behind another is marked, so that a long queue of one customer is read once, and what waits
 * for a time is put off until then.
 */
export function lockDueCandidates(
  tx: TenantTransaction,
  channelId: string,
  now: Date,
  limit: number,
): Promise<readonly Candidate[]> {
  return inOrderOfIndexes(tx, () => findCandidates(tx, channelId, now, limit));
}

/** Statements that end after few rows of an index: a planner that has seen the table empty would rather sort all of it. */
async function inOrderOfIndexes<Result>(tx: TenantTransaction, work: () => Promise<Result>): Promise<Result> {
  await tx.query({ name: 'sorting_off', text: `select set_config('enable_sort', 'off', true)`, values: [] });
  const result = await work();
  await tx.query({ name: 'sorting_on', text: `select set_config('enable_sort', 'on', true)`, values: [] });
  return result;
}

async function findCandidates(
  tx: TenantTransaction,
  channelId: string,
  now: Date,
  limit: number,
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (let look = 0; look < mostLooks && found.length < limit; look += 1) {
    const wanted = limit - found.length + spareRows;
    const taken = found.map(({ messageId }) => messageId);
    const ids = await lockDue(tx, channelId, { now, limit: wanted, except: taken });
    if (ids.length === 0) break;
    const rows = await readInOrder(tx, ids, now);
    const free = rows.filter(({ blockedBy }) => blockedBy === null);
    found.push(...free);
    const isMore = await passOver(tx, rows);
    if (ids.length < wanted || !isMore) break;
  }
  return found.slice(0, limit);
}

interface Due {
  readonly now: Date;
  readonly limit: number;
  readonly except: readonly string[];
}

/** `no key update`: who stands behind one of these may hold it for key share meanwhile. */
async function lockDue(
  tx: TenantTransaction,
  channelId: string,
  { now, limit, except }: Due,
): Promise<readonly string[]> {
  const rows = await tx.query<{ messageId: string }>({
    name: 'outbox_due',
    text: `select due.message_id as "messageId" from (values (0::smallint), (1::smallint), (2::smallint)) class (priority)
           cross join lateral (
             select message_id, not_before, position from outbox
             where workspace_id = $1 and channel_id = $2 and state = 'queued' and not behind
               and priority = class.priority and not_before <= $3 and message_id <> all($5::uuid[])
             order by not_before, position limit $4 for no key update skip locked) due
           order by class.priority, due.not_before, due.position limit $4`,
    values: [tx.workspaceId, channelId, now, limit, except],
  });
  return rows.map(({ messageId }) => messageId);
}

interface Placed extends Candidate {
  /** The one that has to leave first; null: none. */
  readonly blockedBy: string | null;
  /** When it is waited for no longer; null: for as long as it is there. */
  readonly blockedUntil: Date | null;
}

/**
 * In a statement of its own, so that it sees what is true since the rows were locked. `limit 1` keeps every row a probe of
 * its key, and without a name the statement is planned for the tables as they are now: a plan from when the queue was
 * short reads a long one from end to end.
 */
function readInOrder(
  tx: TenantTransaction,
  messageIds: readonly string[],
  now: Date,
): Promise<readonly Placed[]> {
  return tx.query<Placed>({
    text: `select ${candidateColumns}, blocker.message_id as "blockedBy", blocker.until as "blockedUntil"
           from unnest($2::uuid[]) with ordinality wanted (message_id, place)
           cross join lateral (
             select * from outbox where workspace_id = $1 and message_id = wanted.message_id limit 1) o
           cross join lateral (
             select * from messages where workspace_id = $1 and id = o.message_id limit 1) m
           cross join lateral (
             select * from conversations where workspace_id = $1 and id = o.conversation_id limit 1) c
           left join lateral (
             (select u.message_id,
                case when u.state in ('unsure', 'awaiting')
                  then coalesce(u.accepted_at, u.unsure_since) + $4 * interval '1 millisecond' end as until
              from outbox u
              where u.workspace_id = o.workspace_id and u.conversation_id = o.conversation_id
                and u.state in ('claimed', 'dispatched', 'unsure', 'awaiting')
                and (u.state in ('claimed', 'dispatched')
                  or coalesce(u.accepted_at, u.unsure_since) > $3::timestamptz - $4 * interval '1 millisecond')
              limit 1)
             union all
             (select e.message_id, null from outbox e
              where e.workspace_id = o.workspace_id and e.conversation_id = o.conversation_id
                and (e.priority, e.position) < (o.priority, o.position) and e.state = 'queued'
                and not (e.yields and e.not_before > $3)
              order by e.priority, e.position limit 1)
             limit 1) blocker on true
           order by wanted.place`,
    values: [tx.workspaceId, messageIds, now, waitBehindMs],
  });
}

/** False: nothing could be passed over, so that looking again would find the same. */
async function passOver(tx: TenantTransaction, rows: readonly Placed[]): Promise<boolean> {
  const blocked = rows.filter(({ blockedBy }) => blockedBy !== null);
  if (blocked.length === 0) return true;
  const forATime = blocked.filter(({ blockedUntil }) => blockedUntil !== null);
  const behind = blocked.filter(({ blockedUntil }) => blockedUntil === null);
  const waiting = forATime.length === 0 ? 0 : await waitInOrder(tx, forATime);
  const marked = behind.length === 0 ? 0 : await markBehind(tx, behind);
  return waiting + marked > 0;
}

function waitInOrder(tx: TenantTransaction, rows: readonly Placed[]): Promise<number> {
  return tx.execute({
    name: 'outbox_wait_in_order',
    text: `update outbox set hold_reason = 'order',
             not_before = greatest(not_before, ($3::timestamptz[])[array_position($2::uuid[], message_id)])
           where workspace_id = $1 and message_id = any($2::uuid[])`,
    values: [
      tx.workspaceId,
      rows.map(({ messageId }) => messageId),
      rows.map(({ blockedUntil }) => blockedUntil),
    ],
  });
}

/** Only behind one that is held here: its leaving then waits for this transaction, and lets the next go after it. */
function markBehind(tx: TenantTransaction, rows: readonly Placed[]): Promise<number> {
  return tx.execute({
    name: 'outbox_mark_behind',
    text: `with before as (
             select message_id from outbox where workspace_id = $1 and message_id = any($3::uuid[])
             for key share skip locked)
           update outbox set behind = true
           where workspace_id = $1 and message_id = any($2::uuid[])
             and ($3::uuid[])[array_position($2::uuid[], message_id)] in (select message_id from before)`,
    values: [tx.workspaceId, rows.map(({ messageId }) => messageId), rows.map(({ blockedBy }) => blockedBy)],
  });
}

export function lockOverdueCandidates(
  tx: TenantTransaction,
  channelId: string,
  now: Date,
  limit: number,
): Promise<readonly Candidate[]> {
  return inOrderOfIndexes(tx, () =>
    tx.query<Candidate>({
      name: 'outbox_overdue',
      text: `select ${candidateColumns} from outbox o ${candidateJoins}
             where o.workspace_id = $1 and o.channel_id = $2 and o.state = 'queued' and o.deadline_at <= $3
             order by o.deadline_at limit $4 for update of o skip locked`,
      values: [tx.workspaceId, channelId, now, limit],
    }),
  );
}

/** A send that this lease has claimed, or undefined when it is no longer ours. */
export async function lockClaimed(
  tx: TenantTransaction,
  lease: ChannelLease,
  messageId: string,
): Promise<Candidate | undefined> {
  const [row] = await tx.query<Candidate>({
    name: 'outbox_claimed',
    text: `select ${candidateColumns} from outbox o ${candidateJoins}
           where o.workspace_id = $1 and o.message_id = $2 and o.state = 'claimed' and o.fence = $3 for update of o`,
    values: [tx.workspaceId, messageId, lease.fence],
  });
  return row;
}
