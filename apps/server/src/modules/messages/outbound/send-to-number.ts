import { parseRecipient, type Recipient, recipientKeysOf } from '#modules/contacts';
import { isUniqueViolation, type TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { type Acceptance, acceptSends } from './accept-sends.ts';
import { loadChannel } from './gate-facts.ts';
import type { OutboundContext, SendRequest } from './needs.ts';

export interface SendToNumber extends Omit<SendRequest, 'conversationId'> {
  readonly channelId: string;
  readonly to: string;
}

/**
 * Sends to a telephone number or to a business-scoped user id: contact and conversation are found or made in the same
 * transaction. Throws as `sendMessage`, and `recipient_invalid`.
 */
export async function sendToNumber(
  context: OutboundContext,
  workspaceId: string,
  { channelId, ...send }: SendToNumber,
): Promise<string> {
  const [acceptance] = await sendToNumbers(context, workspaceId, { channelId, sends: [send] });
  if (!acceptance) throw new Error('One send gives one acceptance');
  if ('refusal' in acceptance) throw acceptance.refusal;
  return acceptance.messageId;
}

interface Many {
  readonly channelId: string;
  readonly sends: readonly Omit<SendToNumber, 'channelId'>[];
  /** Called first in every transaction that accepts some of them; what it throws ends the call. */
  readonly assertOpen?: (tx: TenantTransaction) => Promise<void>;
}

/**
 * Many sends of one channel, each accepted or refused by itself; results in their order. What is refused leaves neither
 * contact nor conversation behind. Throws `not_found` for a channel that is not there.
 */
export async function sendToNumbers(
  context: OutboundContext,
  workspaceId: string,
  many: Many,
): Promise<readonly Acceptance[]> {
  const results = new Map<number, Acceptance>();
  for (const round of inRounds(many.sends)) {
    for (const [index, acceptance] of await acceptRound(context, workspaceId, many, round)) {
      results.set(index, acceptance);
    }
  }
  return many.sends.map((_, index) => results.get(index) ?? { refusal: new RenkeiError('internal') });
}

/**
 * Positions of the sends, every person and every key once in each round: what somebody gets first counts for the gate when
 * it is asked next, and a key that comes twice finds its message.
 */
function inRounds(sends: Many['sends']): readonly (readonly number[])[] {
  const rounds: number[][] = [];
  const people = new Map<string, number>();
  const keys = new Map<string, number>();
  for (const [index, { to, idempotencyKey }] of sends.entries()) {
    const person = keyOf(readRecipient(to), to);
    const round = Math.max(people.get(person) ?? 0, keys.get(idempotencyKey ?? '') ?? 0);
    people.set(person, round + 1);
    if (idempotencyKey !== undefined) keys.set(idempotencyKey, round + 1);
    rounds[round] ??= [];
    rounds[round].push(index);
  }
  return rounds;
}

/** The same for one person however the number was written. */
function keyOf(read: ReturnType<typeof readRecipient>, to: string): string {
  return 'refusal' in read ? to : (read.recipient.phoneNumber ?? read.recipient.userId);
}

type Results = readonly (readonly [number, Acceptance])[];

/** Again without those that were refused, until all that are left are accepted together. */
async function acceptRound(
  context: OutboundContext,
  workspaceId: string,
  { channelId, sends, assertOpen }: Many,
  round: readonly number[],
): Promise<Results> {
  const refused: (readonly [number, Acceptance])[] = [];
  let left = round;
  for (;;) {
    const some = left;
    try {
      const accept = () =>
        context.platform.database.inTenant(workspaceId, async (tx) => {
          await assertOpen?.(tx);
          const requests = some.flatMap((index) => sends[index] ?? []);
          const acceptances = await acceptToNumbers(context, tx, channelId, requests);
          const results = acceptances.map((acceptance, at) => [some[at] ?? 0, acceptance] as const);
          const refusals = results.filter(([, acceptance]) => 'refusal' in acceptance);
          if (refusals.length > 0) throw new Undone(refusals);
          return results;
        });
      return [...refused, ...(await again(accept))];
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      refused.push(...error.refusals);
      const gone = new Set(error.refusals.map(([index]) => index));
      left = some.filter((index) => !gone.has(index));
      if (left.length === 0) return refused;
    }
  }
}

/** Somebody was faster with one of the keys: the second look finds their message. */
async function again<Result>(accept: () => Promise<Result>): Promise<Result> {
  try {
    return await accept();
  } catch (error) {
    if (!isUniqueViolation(error, 'messages_idempotency_key')) throw error;
    return await accept();
  }
}

/** Carries refusals out of the transaction that they undo. */
class Undone extends Error {
  readonly refusals: Results;

  constructor(refusals: Results) {
    super('Some were refused');
    this.refusals = refusals;
  }
}

async function acceptToNumbers(
  context: OutboundContext,
  tx: TenantTransaction,
  channelId: string,
  sends: readonly Omit<SendToNumber, 'channelId'>[],
): Promise<readonly Acceptance[]> {
  const places = await placeConversations(
    context,
    tx,
    channelId,
    sends.map(({ to }) => to),
  );
  const requests = sends.flatMap(({ to: _to, ...send }, index): SendRequest[] => {
    const place = places[index];
    return place && 'conversationId' in place ? [{ ...send, conversationId: place.conversationId }] : [];
  });
  const acceptances = await acceptSends(context, tx, requests);
  let next = 0;
  return places.map((place) => ('refusal' in place ? place : (acceptances[next++] ?? lost())));
}

function lost(): never {
  throw new Error('Every request gives an acceptance');
}

/** The conversations with whoever that is, on the channel, made where missing. Throws `not_found` for the channel. */
export async function placeConversations(
  context: OutboundContext,
  tx: TenantTransaction,
  channelId: string,
  to: readonly string[],
): Promise<readonly ({ readonly conversationId: string } | { readonly refusal: RenkeiError })[]> {
  await loadChannel(context, tx, channelId);
  const seenAt = context.platform.clock.now();
  const parsed = to.map(readRecipient);
  const recipients = parsed.flatMap((one) => ('refusal' in one ? [] : [one.recipient]));
  const { contactIds } = await context.contacts.resolve(
    tx,
    recipients.map(({ phoneNumber, userId }) => ({ phone: phoneNumber?.replace(/\D/g, ''), userId, seenAt })),
  );
  const conversationIds = await context.ensureConversations(
    tx,
    recipients.map((recipient, index) => ({
      channelId,
      contactId: contactIds[index] ?? lost(),
      ...recipientKeysOf(recipient),
    })),
  );
  let next = 0;
  return parsed.map((one) => {
    if ('refusal' in one) return one;
    return { conversationId: conversationIds[next++] ?? lost() };
  });
}

function readRecipient(to: string): { readonly recipient: Recipient } | { readonly refusal: RenkeiError } {
  try {
    return { recipient: parseRecipient(to) };
  } catch (error) {
    if (error instanceof RenkeiError) return { refusal: error };
    throw error;
  }
}
