import type { Simulation } from '../simulation.ts';
import { notify } from '../webhooks/notify.ts';
import type { Customer, JsonObject, PhoneNumber } from '../world/entities.ts';
import { buildWamid, wamidHexLength } from '../world/messages/wamid.ts';
import { userIdIn } from '../world/user-id.ts';
import { getChat } from '../world/world.ts';

interface SystemContext {
  /** The user id of a customer as the number that is told sees it. */
  readonly idOf: (customer: Customer) => string;
}

/**
 * Sends a system message to every number the person has a chat with. It opens no window and is not shown on the
 * phone. Meta leaves `contacts` out, but for changes of the identity.
 */
export function tellOfSystemChange(
  simulation: Simulation,
  customer: Customer,
  describe: (context: SystemContext) => JsonObject,
  contactsOf: (phoneNumber: PhoneNumber) => readonly unknown[] = () => [],
): void {
  const { world, random, clock } = simulation;
  for (const phoneNumber of world.phoneNumbers.values()) {
    if (!getChat(world, phoneNumber.id, customer.waId)) continue;
    const contacts = contactsOf(phoneNumber);
    const message = {
      ...describe({ idOf: (someone) => userIdIn(world, someone, phoneNumber) }),
      id: buildWamid('inbound', customer.waId, random.hex(wamidHexLength.inbound)),
      timestamp: String(Math.floor(clock.now() / 1000)),
      type: 'system',
    };
    notify(simulation, {
      phoneNumberId: phoneNumber.id,
      waId: customer.waId,
      field: 'messages',
      value: { ...(contacts.length > 0 ? { contacts } : {}), messages: [message] },
    });
  }
}
