import { classifyGraphError } from '@renkei/graph-api';
import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { JsonObject } from '../entities.ts';
import { userIdIn } from '../user-id.ts';
import type { World } from '../world.ts';
import type { Group } from './group.ts';

export type GroupField =
  | 'group_lifecycle_update'
  | 'group_participants_update'
  | 'group_settings_update'
  | 'group_status_update';

/** Tells the apps of something that happened to a group. */
export function tellGroup(
  simulation: Simulation,
  { id, phoneNumberId }: Pick<Group, 'id' | 'phoneNumberId'>,
  field: GroupField,
  event: JsonObject & { readonly type: string },
): void {
  const timestamp = String(Math.floor(simulation.clock.now() / 1000));
  notify(simulation, { field, phoneNumberId, value: { groups: [{ timestamp, group_id: id, ...event }] } });
}

/** A person as group webhooks and answers name one: without the number when it is hidden. */
export function namePerson(world: World, phoneNumberId: string, waId: string): JsonObject {
  const customer = world.customers.get(waId);
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  return {
    ...(customer?.phoneHidden ? {} : { wa_id: waId }),
    ...(customer && phoneNumber ? { user_id: userIdIn(world, customer, phoneNumber) } : {}),
  };
}

/** An error object inside a group webhook or answer. */
export function groupFailure(code: number, details?: string): JsonObject {
  const title = classifyGraphError(code).title.en;
  return { code, title, message: title, error_data: { details: details ?? title } };
}
