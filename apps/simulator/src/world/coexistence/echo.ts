import { Refusal } from '../../refusal.ts';
import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import { renderContact } from '../../webhooks/render-inbound.ts';
import type { JsonObject, PhoneNumber } from '../entities.ts';
import { buildWamid, wamidHexLength } from '../messages/wamid.ts';
import { userIdIn } from '../user-id.ts';
import type { EchoMessage } from './echo-message.ts';

export interface EchoDraft {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly type: string;
  readonly content: unknown;
  readonly contextId?: string | undefined;
}

/**
 * A message written in the Business app of a coexistence number: it reaches the customer and is told to the apps by
 * `smb_message_echoes`. It costs nothing, and neither opens nor extends a window. Throws when the number is not in
 * the Business app.
 */
export function sendEcho(simulation: Simulation, draft: EchoDraft): EchoMessage {
  const { random, clock, commit } = simulation;
  const phoneNumber = requireCoexistence(simulation, draft.phoneNumberId);
  const id = buildWamid('outbound', draft.waId, random.hex(wamidHexLength.outbound));
  const message: EchoMessage = { ...draft, id, at: clock.now() };
  commit({ kind: 'echoed', message });
  tellOfEcho(simulation, phoneNumber, draft, id);
  return message;
}

/**
 * Changes a message of the Business app. `content` is the new object under the key named by its type. It must have
 * been written there: what the API sent cannot be changed by anybody.
 */
export function editEcho(simulation: Simulation, echo: EchoMessage, content: JsonObject): void {
  const phoneNumber = requireCoexistence(simulation, echo.phoneNumberId);
  const editedAt = simulation.clock.now();
  simulation.commit({ kind: 'amended', messageId: echo.id, amendment: { content, editedAt } });
  tellOfAmendment(simulation, phoneNumber, echo, 'edit', {
    original_message_id: echo.id,
    message: { type: echo.type, [echo.type]: content },
  });
}

/** Deletes a message of the Business app for everyone. */
export function revokeEcho(simulation: Simulation, echo: EchoMessage): void {
  const phoneNumber = requireCoexistence(simulation, echo.phoneNumberId);
  simulation.commit({
    kind: 'amended',
    messageId: echo.id,
    amendment: { revokedAt: simulation.clock.now() },
  });
  tellOfAmendment(simulation, phoneNumber, echo, 'revoke', { original_message_id: echo.id });
}

function tellOfAmendment(
  simulation: Simulation,
  phoneNumber: PhoneNumber,
  { phoneNumberId, waId }: EchoMessage,
  type: 'edit' | 'revoke',
  content: JsonObject,
): void {
  const id = buildWamid('outbound', waId, simulation.random.hex(wamidHexLength.outbound));
  tellOfEcho(simulation, phoneNumber, { phoneNumberId, waId, type, content }, id);
}

function tellOfEcho(
  simulation: Simulation,
  phoneNumber: PhoneNumber,
  { waId, type, content, contextId }: EchoDraft,
  id: string,
): void {
  const { world, clock } = simulation;
  const customer = world.customers.get(waId);
  const contacts = renderContact(world, phoneNumber, waId);
  notify(simulation, {
    phoneNumberId: phoneNumber.id,
    waId,
    field: 'smb_message_echoes',
    value: {
      ...(contacts.length > 0 ? { contacts } : {}),
      message_echoes: [
        {
          ...(contextId === undefined ? {} : { context: { from: phoneNumber.digits, id: contextId } }),
          from: phoneNumber.digits,
          to: waId,
          ...(customer ? { to_user_id: userIdIn(world, customer, phoneNumber) } : {}),
          id,
          timestamp: String(Math.floor(clock.now() / 1000)),
          type,
          [type]: content,
        },
      ],
    },
  });
}

function requireCoexistence({ world }: Simulation, phoneNumberId: string): PhoneNumber {
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  if (phoneNumber?.onBusinessApp) return phoneNumber;
  throw new Refusal(409, `Phone number ${phoneNumberId} is not in the Business app`);
}
