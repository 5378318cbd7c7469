import type { HookEventType, Message, RenkeiEvent } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';

/** What is told of one event. */
export interface HookEvent {
  readonly type: HookEventType;
  readonly data: object;
}

export interface PayloadNeeds {
  readonly viewMessages: (
    transaction: TenantTransaction,
    messageIds: readonly string[],
  ) => Promise<readonly Message[]>;
}

type Told = readonly (HookEvent | undefined)[];
type Tell<Type extends RenkeiEvent['type']> = (
  needs: PayloadNeeds,
  transaction: TenantTransaction,
  events: readonly Extract<RenkeiEvent, { type: Type }>[],
) => Promise<Told>;

/** Messages are told whole, as they are now; everything else by id, for whoever may read it. */
const tellers: { readonly [Type in RenkeiEvent['type']]?: Tell<Type> } = {
  'message.created': async (needs, transaction, events) => {
    const messages = await byId(needs, transaction, events);
    return events.map(({ messageId }) => {
      const message = messages.get(messageId);
      if (!message) return undefined;
      return {
        type: message.direction === 'inbound' ? 'message.received' : 'message.sent',
        data: { message },
      };
    });
  },
  'message.updated': async (needs, transaction, events) => {
    const messages = await byId(needs, transaction, events);
    return events.map(({ messageId }) => {
      const message = messages.get(messageId);
      return message && { type: 'message.updated', data: { message } };
    });
  },
  'contact.updated': async (_needs, _transaction, events) =>
    events.map(({ contactId }) => ({ type: 'contact.updated', data: { contactId } })),
  'channel.updated': async (_needs, _transaction, events) =>
    events.map(({ channelId }) => ({ type: 'channel.updated', data: { channelId } })),
  'accountEvent.created': async (_needs, _transaction, events) =>
    events.map(({ accountEventId }) => ({ type: 'accountEvent.created', data: { accountEventId } })),
};

/** What there is to tell of these events, in their order; undefined for what nobody outside is told. */
export async function tellEvents(
  needs: PayloadNeeds,
  transaction: TenantTransaction,
  events: readonly RenkeiEvent[],
): Promise<Told> {
  const told: (HookEvent | undefined)[] = events.map(() => undefined);
  const byType = Map.groupBy(events.keys(), (index) => events[index]?.type);
  for (const [type, indices] of byType) {
    if (type === undefined) continue;
    // The entry of a type takes that type's events; the compiler cannot follow the pair through the union.
    const tell = tellers[type] as Tell<RenkeiEvent['type']> | undefined;
    const some = indices.flatMap((index) => events[index] ?? []);
    const answers = (await tell?.(needs, transaction, some)) ?? [];
    for (const [at, index] of indices.entries()) told[index] = answers[at];
  }
  return told;
}

async function byId(
  needs: PayloadNeeds,
  transaction: TenantTransaction,
  events: readonly { readonly messageId: string }[],
): Promise<ReadonlyMap<string, Message>> {
  const ids = [...new Set(events.map(({ messageId }) => messageId))];
  const messages = await needs.viewMessages(transaction, ids);
  return new Map(messages.map((message) => [message.id, message]));
}
