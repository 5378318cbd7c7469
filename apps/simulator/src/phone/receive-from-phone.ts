import type { Simulation } from '../simulation.ts';
import type { InboundMessage } from '../world/messages/messages.ts';
import { buildWamid, wamidHexLength } from '../world/messages/wamid.ts';
import { countryOf } from '../world/user-id.ts';

export interface InboundDraft extends Omit<InboundMessage, 'direction' | 'at' | 'id'> {
  /** World ms; the world's now when left out. */
  readonly at?: number | undefined;
  /** A wamid of the caller's choice, for tests that repeat one. */
  readonly id?: string | undefined;
}

/** Puts a customer's message into the world: it opens the window and is on its way to the business. */
export function receiveFromPhone(simulation: Simulation, draft: InboundDraft): InboundMessage {
  const { random, clock } = simulation;
  const { id, at, ...content } = draft;
  const message: InboundMessage = {
    direction: 'inbound',
    ...content,
    id: id ?? buildWamid('inbound', draft.waId, random.hex(wamidHexLength.inbound)),
    at: at ?? clock.now(),
  };
  simulation.commit({ kind: 'inbound', message, updateId: random.base62(12) });
  return message;
}

/** A person who writes is on WhatsApp: unknown numbers become customers. */
export function ensureCustomer({ world, random, commit }: Simulation, waId: string, name?: string): void {
  const before = world.customers.get(waId);
  if (before && (name === undefined || name === before.name)) return;
  const customer = before ?? {
    waId,
    name: `+${waId}`,
    userId: `${countryOf(waId)}.${random.digits(20)}`,
    phoneHidden: false,
    online: true,
    undeliverable: false,
    blocked: false,
    readReceipts: true,
  };
  commit({
    kind: 'entities',
    entities: { customers: [{ ...customer, ...(name === undefined ? {} : { name }) }] },
  });
}
