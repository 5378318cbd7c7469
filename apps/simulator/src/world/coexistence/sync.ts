import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber } from '../entities.ts';
import { Problem } from '../problem.ts';
import { tellAddressBook } from './address-book.ts';
import type { Connection } from './business-app.ts';
import { type ConnectedApp, findBusinessApp } from './find-business-app.ts';
import { tellHistory } from './tell-history.ts';

/** What can be asked for, in Meta's words: each once, within a day of connecting. */
const syncs = {
  smb_app_state_sync: { askedAt: 'contactsAskedAt', tell: tellAddressBook },
  history: { askedAt: 'historyAskedAt', tell: tellHistory },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly askedAt: keyof Connection;
      readonly tell: (simulation: Simulation, phoneNumber: PhoneNumber, app: ConnectedApp) => void;
    }
  >
>;

export type SyncType = keyof typeof syncs;

/** Answers with the id of the request; what was asked for comes by webhook. Throws a `Problem` (2593107, 2593108). */
export function askForSync(simulation: Simulation, phoneNumber: PhoneNumber, type: SyncType): string {
  const { world, clock, random, commit } = simulation;
  const app = findBusinessApp(world, phoneNumber.id);
  if (!app) {
    throw new Problem(100, 'The number is not connected to the WhatsApp Business app.');
  }
  const { askedAt, tell } = syncs[type];
  if (app.connection[askedAt] !== undefined) {
    throw new Problem(
      2593107,
      'Synchronization can be requested once. Offboard and onboard the business again.',
    );
  }
  const at = clock.now();
  if (at >= app.connection.onboardedAt + world.settings.onboarding.syncWindowMs) {
    throw new Problem(2593108, 'Synchronization can be requested within 24 hours of onboarding.');
  }
  const connection = { ...app.connection, [askedAt]: at };
  commit({ kind: 'entities', entities: { businessApps: [{ ...app, connection }] } });
  tell(simulation, phoneNumber, app);
  return `req_${random.base62(16)}`;
}
