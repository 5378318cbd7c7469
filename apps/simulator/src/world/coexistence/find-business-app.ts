import type { World } from '../world.ts';
import type { BusinessApp, Connection } from './business-app.ts';

/** A Business app that is connected to the Cloud API. */
export type ConnectedApp = BusinessApp & { readonly connection: Connection };

/** The app behind a coexistence number. */
export function findBusinessApp(world: World, phoneNumberId: string): ConnectedApp | undefined {
  const digits = world.phoneNumbers.get(phoneNumberId)?.digits;
  const app = digits === undefined ? undefined : world.businessApps.get(digits);
  const { connection } = app ?? {};
  return app && connection?.phoneNumberId === phoneNumberId ? { ...app, connection } : undefined;
}
