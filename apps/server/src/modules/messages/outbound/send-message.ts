import { errorCodes, type Problem, type SendableContent } from '@renkei/contract';
import { renderTemplate } from '#modules/templates';
import { isUniqueViolation, type TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { GateFacts } from '../gate/facts.ts';
import { judge } from '../gate/gate.ts';
import type { Verdict } from '../gate/verdict.ts';
import { loadChannel, loadGateFacts } from './gate-facts.ts';
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
  const due = dueAt(request, at);
  const prepared = await passGate(context, tx, request);
  const id = newId();
  await store.insertOutboundMessage(tx, {
    id,
    conversation: prepared.conversation,
    content: prepared.content,
    preview: context.previewOf(prepared.content),
    problem: prepared.waitsFor,
    replyToProviderMessageId: prepared.replyToProviderMessageId,
    senderMemberId: request.senderMemberId,
    idempotencyKey: request.idempotencyKey ?? null,
    origin: request.origin,
    sendAt: due > at ? due : null,
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
    waits: prepared.waitsFor !== null,
  });
  if (prepared.content.kind !== 'reaction') {
    await store.showAsLastMessage(tx, request.conversationId, id, at);
    tx.publish({ type: 'message.created', conversationId: request.conversationId, messageId: id });
    tx.publish({ type: 'conversation.updated', conversationId: request.conversationId });
  }
  return id;
}

type GateRequest = Pick<SendRequest, 'conversationId' | 'content' | 'replyToMessageId'>;

interface PreparedSend {
  readonly conversation: ConversationRow;
  readonly content: SendableContent;
  readonly replyToProviderMessageId: string | null;
  /** Null: nothing is in the way. */
  readonly waitsFor: Problem | null;
}

/** What would be sent, or the gate's refusal thrown. */
export async function passGate(
  context: OutboundContext,
  tx: TenantTransaction,
  request: GateRequest,
): Promise<PreparedSend> {
  const { conversation, facts, verdict } = await askGate(context, tx, request);
  if (verdict.verdict === 'refuse') throw toError(verdict);
  return {
    conversation,
    content: withRenderedTemplate(request.content, facts.template),
    replyToProviderMessageId: await findQuoted(context, tx, request),
    waitsFor: verdict.verdict === 'hold' ? verdict.problem : null,
  };
}

/** Throws `not_found` for a conversation that is not there. */
export async function askGate(context: OutboundContext, tx: TenantTransaction, request: GateRequest) {
  const conversation = await context.store.findConversation(tx, request.conversationId);
  if (!conversation) throw new RenkeiError('not_found');
  const channel = await loadChannel(context, tx, conversation.channelId);
  const unreachableSince = await context.store.findUnreachableSince(tx, conversation.id);
  const subject = { channel, conversation, content: request.content, unreachableSince };
  const { facts } = await loadGateFacts(context, tx, subject);
  return { conversation, facts, verdict: judge(facts) };
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
