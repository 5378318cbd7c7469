/** The SQL that picks sends from the outbox, with their messages and conversations as they are now. */
import type { SendableContent } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import type { SendOrigin } from '../../outbound/needs.ts';
import type { ChannelLease } from './store-leases.ts';

/** A waiting send with its conversation as it is now. */
export interface Candidate {
  readonly messageId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly assigneeId: string | null;
  readonly origin: SendOrigin | null;
  readonly recipient: string;
  readonly attempts: number;
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

const candidateColumns = `o.message_id as "messageId", o.conversation_id as "conversationId", c.contact_id as "contactId",
  c.assignee_id as "assigneeId", m.origin, o.recipient, o.attempts,
  o.deadline_at as "deadlineAt", o.not_after as "notAfter", m.content, m.reply_to_provider_message_id as "replyToProviderMessageId",
  c.recipient_phone as "recipientPhone", c.recipient_user_id as "recipientUserId",
  c.recipient_group_id as "recipientGroupId", c.last_inbound_at as "lastInboundAt", c.window_closes_at as "windowClosesAt"`;

const candidateJoins = `join messages m on m.workspace_id = o.workspace_id and m.id = o.message_id
  join conversations c on c.workspace_id = o.workspace_id and c.id = o.conversation_id`;

/** How long the later messages of a conversation wait behind an unsure one. (Reliability rule 4.8) */
const waitBehindUnsureMs = 20_000;

/** The next sends of a channel that are due: the first of each conversation, in the order in which they were queued. */
export function lockDueCandidates(
  tx: TenantTransaction,
  channelId: string,
  now: Date,
  limit: number,
): Promise<readonly Candidate[]> {
  return tx.query<Candidate>({
    name: 'outbox_due',
    text: `select ${candidateColumns} from outbox o ${candidateJoins}
           where o.workspace_id = $1 and o.channel_id = $2 and o.state = 'queued' and o.not_before <= $3
             and not exists (
               select 1 from outbox earlier
               where earlier.workspace_id = o.workspace_id and earlier.conversation_id = o.conversation_id
                 and earlier.position < o.position and earlier.state <> 'scheduled'
                 and (earlier.state <> 'unsure' or earlier.unsure_since > $4))
           order by o.position limit $5 for update of o skip locked`,
    values: [tx.workspaceId, channelId, now, new Date(now.getTime() - waitBehindUnsureMs), limit],
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
           order by o.position limit $4 for update of o skip locked`,
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
