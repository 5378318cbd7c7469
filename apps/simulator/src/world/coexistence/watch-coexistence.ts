import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber } from '../entities.ts';
import { bringContacts } from './address-book.ts';
import { findBusinessApp } from './find-business-app.ts';
import { planHeartbeats } from './heartbeat.ts';

/** A number that control puts into the Business app, or takes out of it, has an app there from then on, or none. */
export function watchCoexistence(simulation: Simulation): void {
  simulation.onCommit((record) => {
    if (record.kind !== 'entities') return;
    for (const phoneNumber of record.entities.phoneNumbers ?? []) {
      const isConnected = findBusinessApp(simulation.world, phoneNumber.id) !== undefined;
      if (phoneNumber.onBusinessApp && !isConnected) connect(simulation, phoneNumber);
      if (!phoneNumber.onBusinessApp && isConnected) forget(simulation, phoneNumber);
    }
  });
}

function connect(
  simulation: Simulation,
  { id: phoneNumberId, digits, displayPhoneNumber, verifiedName: name }: PhoneNumber,
): void {
  const { world, clock, commit } = simulation;
  const openedAt = clock.now();
  const app = {
    sharesHistory: true,
    ...world.businessApps.get(digits),
    digits,
    displayPhoneNumber,
    name,
    openedAt,
    connection: { phoneNumberId, onboardedAt: openedAt },
  };
  commit({ kind: 'entities', entities: { businessApps: [app] } });
  bringContacts(simulation, digits, phoneNumberId);
  planHeartbeats(simulation, app);
}

function forget({ world, commit }: Simulation, { id }: PhoneNumber): void {
  const app = findBusinessApp(world, id);
  if (app) commit({ kind: 'entities', entities: { businessApps: [{ ...app, connection: undefined }] } });
}
