import type { PhoneNumber } from '../entities.ts';
import type { World } from '../world.ts';

/** The code of a send from a number that is not on the Cloud API; undefined when it is. */
export function refuseUnregistered(world: World, phoneNumber: PhoneNumber): 133010 | 10 | undefined {
  if (phoneNumber.registered) return undefined;
  const isDisconnected = world.businessApps.get(phoneNumber.digits)?.connection === undefined;
  const hasApp = world.businessApps.has(phoneNumber.digits);
  return hasApp && isDisconnected ? world.settings.onboarding.disconnectedCode : 133010;
}
