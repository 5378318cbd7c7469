import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import { changeSettings } from '../numbers/change-settings.ts';

/** What an admin can do in WhatsApp Manager only: no call of the API switches two-step verification off. */
export function switchTwoStepOff(simulation: Simulation, phoneNumberId: string): void {
  const phoneNumber = simulation.world.phoneNumbers.get(phoneNumberId);
  if (!phoneNumber) return;
  changeSettings(simulation, phoneNumberId, { pin: undefined });
  notify(simulation, {
    field: 'security',
    phoneNumberId,
    value: { display_phone_number: phoneNumber.digits, event: 'PIN_REQUEST_SUCCESS' },
  });
}

/** Deletes a number, as an admin does in WhatsApp Manager. It is free again after five minutes. */
export function deleteNumber({ world, clock, commit }: Simulation, phoneNumberId: string): void {
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  if (!phoneNumber) return;
  const deleted = { ...phoneNumber, status: 'DELETED', registered: false, onBusinessApp: false };
  commit({ kind: 'entities', entities: { phoneNumbers: [{ ...deleted, deletedAt: clock.now() }] } });
}
