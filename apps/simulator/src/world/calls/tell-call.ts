import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import { renderContact } from '../../webhooks/render-inbound.ts';
import type { JsonObject, PhoneNumber } from '../entities.ts';
import { userIdIn } from '../user-id.ts';
import type { Call, SessionDescription } from './call.ts';

/** Webhook `calls`: the call is there, with the session of the other side. */
export function tellConnect(simulation: Simulation, call: Call, session: SessionDescription): void {
  const { deeplinkPayload, ctaPayload } = call;
  tell(simulation, call, {
    calls: [
      {
        ...describe(simulation, call, 'connect'),
        ...(deeplinkPayload === undefined ? {} : { deeplink_payload: deeplinkPayload }),
        ...(ctaPayload === undefined ? {} : { cta_payload: ctaPayload }),
        session,
      },
    ],
  });
}

/** Webhook `calls`: it is over. Times and duration only when it was picked up. */
export function tellTerminate(simulation: Simulation, call: Call): void {
  const { acceptedAt, endedAt = simulation.clock.now() } = call;
  const picked =
    acceptedAt === undefined
      ? {}
      : {
          start_time: inSeconds(acceptedAt),
          end_time: inSeconds(endedAt),
          duration: Math.round((endedAt - acceptedAt) / 1000),
        };
  const status = call.outcome === 'completed' ? 'COMPLETED' : 'FAILED';
  tell(simulation, call, { calls: [{ ...describe(simulation, call, 'terminate'), status, ...picked }] });
}

/** How far a call of the business has come at the other side. */
export function tellCallStatus(
  simulation: Simulation,
  call: Call,
  status: 'RINGING' | 'ACCEPTED' | 'REJECTED',
): void {
  const { userId, isHidden } = identify(simulation, call);
  tell(simulation, call, {
    statuses: [
      {
        id: call.id,
        timestamp: inSeconds(simulation.clock.now()),
        type: 'call',
        status,
        ...(isHidden ? {} : { recipient_id: call.waId }),
        ...(userId === undefined ? {} : { recipient_user_id: userId }),
        ...callbackData(call),
      },
    ],
  });
}

function describe(simulation: Simulation, call: Call, event: 'connect' | 'terminate'): JsonObject {
  const { phoneNumber, userId, isHidden } = identify(simulation, call);
  const isFromUser = call.direction === 'USER_INITIATED';
  const [own, other] = isFromUser ? ['to', 'from'] : ['from', 'to'];
  return {
    id: call.id,
    ...(isHidden ? {} : { [other]: call.waId }),
    ...(userId === undefined ? {} : { [`${other}_user_id`]: userId }),
    [own]: phoneNumber?.digits,
    event,
    timestamp: inSeconds(simulation.clock.now()),
    direction: call.direction,
    ...callbackData(call),
  };
}

function identify({ world }: Simulation, { phoneNumberId, waId }: Call) {
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  const customer = world.customers.get(waId);
  const userId = customer && phoneNumber ? userIdIn(world, customer, phoneNumber) : undefined;
  return { phoneNumber, userId, isHidden: customer?.phoneHidden ?? false };
}

function callbackData({ callbackData: data }: Call): JsonObject {
  return data === undefined ? {} : { biz_opaque_callback_data: data };
}

function tell(simulation: Simulation, { phoneNumberId, waId }: Call, value: JsonObject): void {
  const phoneNumber: PhoneNumber | undefined = simulation.world.phoneNumbers.get(phoneNumberId);
  const contacts = phoneNumber ? renderContact(simulation.world, phoneNumber, waId) : [];
  notify(simulation, { field: 'calls', phoneNumberId, waId, value: { contacts, ...value } });
}

function inSeconds(at: number): string {
  return String(Math.floor(at / 1000));
}
