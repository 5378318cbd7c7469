import { type ErrorCode, errorCodes, type Problem, type SendableContent } from '@renkei/contract';
import { renderTemplate } from '#modules/templates';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { GateFacts } from '../gate/facts.ts';
import { judge } from '../gate/gate.ts';
import type { Verdict } from '../gate/verdict.ts';
import { loadChannel, loadGateFactsForBatch } from './gate-facts.ts';
import type { OutboundContext, SendRequest } from './needs.ts';
import { priorityOf } from './priorities.ts';
import type { ConversationRow } from './store-outbound.ts';
import type { Subject } from './subject.ts';
import { dueAt } from './when-to-send.ts';

/** What became of one of many: a message, new or of an earlier call with the same key, or the reason why not. */
export type Acceptance = { readonly messageId: string } | { readonly refusal: RenkeiError };

/**
 * Accepts sends, at most one of each conversation: asks the gate, then stores messages, outbox rows and events in the
 * caller's transaction. Everything is read and written for all of them at once. Results are in the order of the requests.
 */
export async function acceptSends(
  context: OutboundContext,
  tx: TenantTransaction,
  requests: readonly SendRequest[],
): Promise<readonly Acceptance[]> {
  const keys = requests.flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
  const earlier = await context.store.findByIdempotencyKeys(tx, keys);
  const known = requests.map((request) => findEarlier(request, earlier));
  const fresh = requests.filter((_, index) => known[index] === undefined);
  const prepared = await prepare(context, tx, fresh, 'accepted');
  const stored = prepared.flatMap((one) => ('refusal' in one ? [] : [{ ...one, id: newId() }]));
  if (stored.length > 0) await store(context, tx, stored);
  let nextFresh = 0;
  let nextStored = 0;
  return known.map((acceptance) => {
    if (acceptance) return acceptance;
    const one = prepared[nextFresh++];
    if (one && 'refusal' in one) return one;
    return { messageId: stored[nextStored++]?.id ?? '' };
  });
}

/** What a request asks the gate about. */
export interface GateRequest
  extends Pick<SendRequest, 'conversationId' | 'content' | 'replyToMessageId' | 'origin'>,
    Partial<Pick<SendRequest, 'sendAt' | 'deadlineAt'>> {
  /** Of a message that is sent again. */
  readonly messageId?: string;
}

export interface PreparedSend<Request = GateRequest> {
  readonly request: Request;
  readonly conversation: ConversationRow;
  readonly content: SendableContent;
  readonly replyToProviderMessageId: string | null;
  readonly verdict: Passed;
  readonly dueAt: Date;
}

type Passed = Exclude<Verdict, { readonly verdict: 'refuse' }>;

interface Asked {
  readonly conversation: ConversationRow;
  readonly facts: GateFacts;
  readonly verdict: Verdict;
  readonly dueAt: Date;
}

/** What would be sent, or why it would not, in the order of the requests. */
export async function prepare<Request extends GateRequest>(
  context: OutboundContext,
  tx: TenantTransaction,
  requests: readonly Request[],
  moment: Subject['moment'],
): Promise<readonly (PreparedSend<Request> | { readonly refusal: RenkeiError })[]> {
  const asked = await askGate(context, tx, requests, moment);
  const quotes = requests.flatMap(({ replyToMessageId }) => replyToMessageId ?? []);
  const quoted = await context.store.findReferencedMessages(tx, quotes);
  return requests.map((request, index) => {
    const one = asked[index];
    if (!one || 'refusal' in one) return { refusal: one?.refusal ?? new RenkeiError('not_found') };
    const { conversation, facts, verdict } = one;
    if (verdict.verdict === 'refuse') return { refusal: toError(verdict) };
    const quote = quoted.get(request.replyToMessageId ?? '');
    if (request.replyToMessageId !== undefined && quote?.conversationId !== conversation.id) {
      return { refusal: new RenkeiError('not_found') };
    }
    return {
      request,
      conversation,
      content: withRenderedTemplate(request.content, facts.template),
      replyToProviderMessageId: quote?.providerMessageId ?? null,
      verdict,
      dueAt: laterOf(one.dueAt, heldUntil(verdict)),
    };
  });
}

/** The gate's verdicts, as of when each message is due. */
export async function askGate(
  context: OutboundContext,
  tx: TenantTransaction,
  requests: readonly GateRequest[],
  moment: Subject['moment'],
): Promise<readonly (Asked | { readonly refusal: RenkeiError })[]> {
  if (requests.length === 0) return [];
  const now = context.platform.clock.now();
  const ids = [...new Set(requests.map(({ conversationId }) => conversationId))];
  const conversations = await context.store.findConversations(tx, ids);
  const unreachable = await context.store.findUnreachable(tx, ids);
  const channelIds = [...new Set([...conversations.values()].map(({ channelId }) => channelId))];
  const channels = new Map<string, Subject['channel']>();
  for (const id of channelIds) channels.set(id, await loadChannel(context, tx, id));
  const considered = requests.map((request) => consider(request, conversations, now));
  const subjects = considered.flatMap((one): Subject[] => {
    const channel = 'refusal' in one ? undefined : channels.get(one.conversation.channelId);
    if ('refusal' in one || !channel) return [];
    const { conversation, request } = one;
    const { content, origin, messageId = null } = request;
    const unreachableSince = unreachable.get(conversation.id) ?? null;
    return [{ messageId, moment, origin, channel, conversation, content, unreachableSince }];
  });
  const loaded = await loadGateFactsForBatch(context, tx, subjects);
  let next = 0;
  return considered.map((one) => {
    if ('refusal' in one) return one;
    const facts = loaded[next++]?.facts;
    if (!facts) throw new Error('Every subject gives facts');
    return { ...one, facts, verdict: judge({ ...facts, now: one.dueAt }) };
  });
}

function consider(
  request: GateRequest,
  conversations: ReadonlyMap<string, ConversationRow>,
  now: Date,
): { request: GateRequest; conversation: ConversationRow; dueAt: Date } | { readonly refusal: RenkeiError } {
  const conversation = conversations.get(request.conversationId);
  if (!conversation) return { refusal: new RenkeiError('not_found') };
  try {
    return { request, conversation, dueAt: dueAt(request, now) };
  } catch (error) {
    if (error instanceof RenkeiError) return { refusal: error };
    throw error;
  }
}

async function store(
  context: OutboundContext,
  tx: TenantTransaction,
  sends: readonly (PreparedSend<SendRequest> & { readonly id: string })[],
): Promise<void> {
  const at = context.platform.clock.now();
  await context.store.insertOutboundMessages(
    tx,
    sends.map(({ id, request, conversation, content, verdict, replyToProviderMessageId, dueAt: due }) => ({
      id,
      conversation,
      content,
      preview: context.previewOf(content),
      problem: problemOf(verdict),
      replyToProviderMessageId,
      senderMemberId: request.senderMemberId,
      idempotencyKey: request.idempotencyKey ?? null,
      origin: request.origin,
      verdict: verdict.record,
      sendAt: due > at && request.sendAt !== undefined ? due : null,
      waitsForDelivery: request.waitsForDelivery ?? false,
      batchId: request.batchId ?? null,
      at,
    })),
  );
  await context.store.enqueue(
    tx,
    sends.map(({ id, request, conversation, content, verdict, dueAt: due }) => ({
      messageId: id,
      conversation,
      content,
      at,
      dueAt: due,
      notAfter: request.deadlineAt,
      priority: priorityOf(request.origin),
      waits: verdict.verdict === 'hold',
    })),
  );
  const shown = sends
    .filter(({ content }) => content.kind !== 'reaction')
    .map(({ id, conversation }) => ({ conversationId: conversation.id, messageId: id }));
  if (shown.length > 0) await context.store.showAsLastMessages(tx, shown, at);
  for (const { conversationId, messageId } of shown) {
    tx.publish({ type: 'message.created', conversationId, messageId });
    tx.publish({ type: 'conversation.updated', conversationId });
  }
}

function findEarlier(
  { idempotencyKey, conversationId }: SendRequest,
  earlier: ReadonlyMap<string, { readonly id: string; readonly conversationId: string }>,
): Acceptance | undefined {
  const message = idempotencyKey === undefined ? undefined : earlier.get(idempotencyKey);
  if (!message) return undefined;
  return message.conversationId === conversationId ? { messageId: message.id } : { refusal: keyTaken() };
}

/** Why it waits; null: nothing is in the way. */
export function problemOf(verdict: Passed): Problem | null {
  return verdict.verdict === 'hold' ? verdict.problem : null;
}

/** What is held until a time is not due before, so that it stands in nobody's way and its deadline begins then. */
function heldUntil(verdict: Passed): Date | null {
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

/** Names the field in a list of its own as well, as every other refusal of a field does. */
function toError({ problem, field }: Extract<Verdict, { verdict: 'refuse' }>): RenkeiError {
  const { detail, remedy, providerCode, source } = problem;
  const code: ErrorCode = errorCodes.find((known) => known === problem.code) ?? 'internal';
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
