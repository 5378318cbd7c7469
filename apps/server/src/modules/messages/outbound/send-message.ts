import { errorCodes, type Problem, type SendableContent } from '@renkei/contract';
import { renderTemplate } from '#modules/templates';
import { isUniqueViolation, type TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { GateFacts } from '../gate/facts.ts';
import { judge } from '../gate/gate.ts';
import type { Verdict } from '../gate/verdict.ts';
import { loadChannel, loadGateFacts, type Subject } from './gate-facts.ts';
import { type OutboundContext, priorityOf, type SendRequest } from './needs.ts';
import type { ConversationRow } from './store-outbound.ts';
import { dueAt } from './when-to-send.ts';

/**
 * The one function that sends, for inbox, API and everything later: asks the gate, then stores message, outbox row and
 * event in one transaction. The dispatcher does the rest. The same idempotency key gives the same message.
 *
 * Throws the gate's refusal, `not_found`, or `conflict` when the key belongs to a message of another conversation.
 */
export async function sendMessage(
  context: OutboundContext,
  workspaceId: string,
  request: SendRequest,
): Promise<string> {
  const send = () =>
    context.platform.database.inTenant(workspaceId, (tx) => sendInTransaction(context, tx, request));
  try {
    return await send();
  } catch (error) {
    // Somebody was faster with the same key: the second look finds their message.
    if (!isUniqueViolation(error, 'messages_idempotency_key')) throw error;
    return await send();
  }
}

/** The same inside a transaction that does more, such as making the conversation. */
export async function sendInTransaction(
  context: OutboundContext,
  tx: TenantTransaction,
  request: SendRequest,
): Promise<string> {
  const { store } = context;
  const earlier = request.idempotencyKey && (await store.findByIdempotencyKey(tx, request.idempotencyKey));
  if (earlier) {
    if (earlier.conversationId !== request.conversationId) throw keyTaken();
    return earlier.id;
  }
  const at = context.platform.clock.now();
  const prepared = await passGate(context, tx, request);
  const due = laterOf(dueAt(request, at), heldUntil(prepared.verdict));
  const id = newId();
  await store.insertOutboundMessage(tx, {
    id,
    conversation: prepared.conversation,
    content: prepared.content,
    preview: context.previewOf(prepared.content),
    problem: problemOf(prepared.verdict),
    replyToProviderMessageId: prepared.replyToProviderMessageId,
    senderMemberId: request.senderMemberId,
    idempotencyKey: request.idempotencyKey ?? null,
    origin: request.origin,
    verdict: prepared.verdict.record,
    sendAt: due > at && request.sendAt !== undefined ? due : null,
    waitsForDelivery: request.waitsForDelivery ?? false,
    batchId: request.batchId ?? null,
    at,
  });
  await store.enqueue(tx, {
    messageId: id,
    conversation: prepared.conversation,
    content: prepared.content,
    at,
    dueAt: due,
    notAfter: request.deadlineAt,
    priority: priorityOf(request.origin),
    waits: prepared.verdict.verdict === 'hold',
  });
  if (prepared.content.kind !== 'reaction') {
    await store.showAsLastMessage(tx, request.conversationId, id, at);
    tx.publish({ type: 'message.created', conversationId: request.conversationId, messageId: id });
    tx.publish({ type: 'conversation.updated', conversationId: request.conversationId });
  }
  return id;
}

export interface GateRequest
  extends Pick<SendRequest, 'conversationId' | 'content' | 'replyToMessageId' | 'origin'> {
  /** Of a message that is sent again. */
  readonly messageId?: string;
}

interface PreparedSend {
  readonly conversation: ConversationRow;
  readonly content: SendableContent;
  readonly replyToProviderMessageId: string | null;
  readonly verdict: Passed;
}

/** What would be sent, or the gate's refusal thrown. */
export async function passGate(
  context: OutboundContext,
  tx: TenantTransaction,
  request: GateRequest,
): Promise<PreparedSend> {
  const { conversation, facts, verdict } = await askGate(context, tx, request, 'accepted');
  if (verdict.verdict === 'refuse') throw toError(verdict);
  return {
    conversation,
    content: withRenderedTemplate(request.content, facts.template),
    replyToProviderMessageId: await findQuoted(context, tx, request),
    verdict,
  };
}

/** Throws `not_found` for a conversation that is not there. */
export async function askGate(
  context: OutboundContext,
  tx: TenantTransaction,
  request: GateRequest,
  moment: Subject['moment'],
) {
  const conversation = await context.store.findConversation(tx, request.conversationId);
  if (!conversation) throw new RenkeiError('not_found');
  const channel = await loadChannel(context, tx, conversation.channelId);
  const unreachableSince = await context.store.findUnreachableSince(tx, conversation.id);
  const { content, origin, messageId = null } = request;
  const { facts } = await loadGateFacts(context, tx, {
    messageId,
    moment,
    origin,
    channel,
    conversation,
    content,
    unreachableSince,
  });
  return { conversation, facts, verdict: judge(facts) };
}

type Passed = Exclude<Verdict, { readonly verdict: 'refuse' }>;

/** Why it waits; null: nothing is in the way. */
export function problemOf(verdict: Passed): Problem | null {
  return verdict.verdict === 'hold' ? verdict.problem : null;
}

/** What is held until a time is not due before, so that it stands in nobody's way and its deadline begins then. */
export function heldUntil(verdict: Passed): Date | null {
  return verdict.verdict === 'hold' ? verdict.until : null;
}

function laterOf(one: Date, other: Date | null): Date {
  return other !== null && other > one ? other : one;
}

/** What the customer will read is ours to say, not the caller's. */
function withRenderedTemplate(content: SendableContent, template: GateFacts['template']): SendableContent {
  if (content.kind !== 'template' || !template) return content;
  return { ...content, rendered: renderTemplate(template.shape, content) };
}

async function findQuoted(
  { store }: OutboundContext,
  tx: TenantTransaction,
  { conversationId, replyToMessageId }: Pick<SendRequest, 'conversationId' | 'replyToMessageId'>,
): Promise<string | null> {
  if (replyToMessageId === undefined) return null;
  const quoted = (await store.findReferencedMessages(tx, [replyToMessageId])).get(replyToMessageId);
  if (quoted?.conversationId !== conversationId) throw new RenkeiError('not_found');
  return quoted.providerMessageId;
}

/** Names the field in a list of its own as well, as every other refusal of a field does. */
function toError({ problem, field }: Extract<Verdict, { verdict: 'refuse' }>): RenkeiError {
  const { detail, remedy, providerCode, source } = problem;
  const code = errorCodes.find((known) => known === problem.code) ?? 'internal';
  return new RenkeiError(code, {
    detail,
    remedy,
    ...(source === null ? {} : { source }),
    ...(providerCode === null ? {} : { providerCode }),
    ...(field === undefined ? {} : { fields: [{ path: `content.${field}`, message: detail.en }] }),
  });
}

function keyTaken(): RenkeiError {
  return new RenkeiError('conflict', {
    detail: {
      en: 'This Idempotency-Key belongs to a message of another conversation.',
      ja: 'このIdempotency-Keyは別の会話のメッセージに使われています。',
    },
  });
}
