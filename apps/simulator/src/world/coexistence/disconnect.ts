import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { PhoneNumber } from '../entities.ts';
import type { World } from '../world.ts';
import { type ConnectedApp, findBusinessApp } from './find-business-app.ts';

/** Why a coexistence number left, in the words of `account_update.disconnection_info`. */
export const disconnectionReasons = [
  'ACCOUNT_DISCONNECTED',
  'BUSINESS_DOWNGRADE',
  'CHANGE_NUMBER',
  'COMPANION_INACTIVITY',
  'PRIMARY_INACTIVITY',
  'USER_RE_REGISTERED',
] as const;

export interface Disconnection {
  readonly reason: (typeof disconnectionReasons)[number];
  readonly by: 'SYSTEM' | 'USER';
}

/**
 * Ends coexistence: the app goes on alone, the API answers 133010 or 10, and the apps hear PARTNER_REMOVED. False when
 * the number is not connected.
 */
export function disconnect(
  simulation: Simulation,
  phoneNumberId: string,
  { reason, by }: Disconnection,
  at = simulation.clock.now(),
): boolean {
  const { world, commit } = simulation;
  const found = findConnected(world, phoneNumberId);
  if (!found) return false;
  const { app, phoneNumber } = found;
  notify(simulation, {
    field: 'account_update',
    wabaId: phoneNumber.wabaId,
    value: {
      phone_number: phoneNumber.digits,
      event: 'PARTNER_REMOVED',
      waba_info: {
        waba_id: phoneNumber.wabaId,
        owner_business_id: world.wabas.get(phoneNumber.wabaId)?.portfolioId,
      },
      disconnection_info: { reason, initiated_by: by },
    },
    at,
  });
  commit({
    kind: 'entities',
    entities: {
      businessApps: [{ ...app, connection: undefined }],
      phoneNumbers: [{ ...phoneNumber, onBusinessApp: false, registered: false, status: 'DISCONNECTED' }],
    },
  });
  return true;
}

/** The app is set up on another phone: the API is cut off until it is back (`account_update`, ACCOUNT_OFFBOARDED). */
export function offboard(simulation: Simulation, phoneNumberId: string): boolean {
  return setOffboarded(simulation, phoneNumberId, true);
}

/** The new phone is connected by itself some minutes later (`account_update`, ACCOUNT_RECONNECTED; Meta, 2026-05-18). */
export function reconnect(simulation: Simulation, phoneNumberId: string): boolean {
  return setOffboarded(simulation, phoneNumberId, false);
}

function setOffboarded(simulation: Simulation, phoneNumberId: string, isOffboarded: boolean): boolean {
  const { world, commit } = simulation;
  const found = findConnected(world, phoneNumberId);
  if (!found || (found.app.connection.isOffboarded ?? false) === isOffboarded) return false;
  const { app, phoneNumber } = found;
  const status = isOffboarded ? 'DISCONNECTED' : 'CONNECTED';
  commit({
    kind: 'entities',
    entities: {
      businessApps: [{ ...app, connection: { ...app.connection, isOffboarded } }],
      phoneNumbers: [{ ...phoneNumber, registered: !isOffboarded, status }],
    },
  });
  const event = isOffboarded ? 'ACCOUNT_OFFBOARDED' : 'ACCOUNT_RECONNECTED';
  notify(simulation, { field: 'account_update', wabaId: phoneNumber.wabaId, value: { event } });
  return true;
}

function findConnected(
  world: World,
  phoneNumberId: string,
): { readonly app: ConnectedApp; readonly phoneNumber: PhoneNumber } | undefined {
  const app = findBusinessApp(world, phoneNumberId);
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  return app && phoneNumber && { app, phoneNumber };
}
