/** The SQL that picks sends from the outbox, with their messages and conversations as they are now. */
import type { SendableContent, SendPurpose } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import type { SendOrigin } from '../../gate/facts.ts';
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

/**
 * The next sends of a channel that are due, locked: replies before automations before campaigns unless `first` says
 * otherwise, of each conversation the first alone. How they are found, and what stands behind another passed over, is in
 * migration 0015: `renkei_take_due`.
 */
export async function lockDueCandidates(
  tx: TenantTransaction,
  channelId: string,
  now: Date,
  limit: number,
  /** The priority that goes before the others this time; see rules/choose-first.ts. */
  first: number,
): Promise<readonly Candidate[]> {
  const [due] = await tx.query<{ messageIds: readonly string[] }>({
    name: 'outbox_take_due',
    text: `select renkei_take_due($1, $2, $3, $4, $5, $6::smallint) as "messageIds"`,
    values: [tx.workspaceId, channelId, now, limit, waitBehindMs, first],
  });
  if (!due || due.messageIds.length === 0) return [];
  // `limit 1` keeps every row a probe of its key, whatever the planner believes about the size of the tables.
  return tx.query<Candidate>({
    text: `select ${candidateColumns}
           from unnest($2::uuid[]) with ordinality wanted (message_id, place)
           cross join lateral (
             select * from outbox where workspace_id = $1 and message_id = wanted.message_id limit 1) o
           cross join lateral (
             select * from messages where workspace_id = $1 and id = o.message_id limit 1) m
           cross join lateral (
             select * from conversations where workspace_id = $1 and id = o.conversation_id limit 1) c
           order by wanted.place`,
    values: [tx.workspaceId, due.messageIds],
  });
}

export function lockOverdueCandidates(
  tx: TenantTransaction,
  channelId: string,
  now: Date,
  limit: number,
): Promise<readonly Candidate[]> {
  return tx.query<Candidate>({
    name: 'outbox_overdue',
    text: `select ${candidateColumns} from outbox o ${candidateJoins}
           where o.workspace_id = $1 and o.channel_id = $2 and o.state = 'queued' and o.deadline_at <= $3
           order by o.deadline_at limit $4 for update of o skip locked`,
    values: [tx.workspaceId, channelId, now, limit],
  });
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
