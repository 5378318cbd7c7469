import type { PhoneNumber } from '../../world/entities.ts';
import { refuseUnregistered } from '../../world/registration/refuse-unregistered.ts';
import type { World } from '../../world/world.ts';
import { GraphError } from '../graph-error.ts';

/** Throws 133010 for a number that is not on the Cloud API; 10 may be set for one that was disconnected. */
export function requireRegistered(world: World, phoneNumber: PhoneNumber): void {
  const code = refuseUnregistered(world, phoneNumber);
  if (code === undefined) return;
  throw code === 10
    ? new GraphError(10, { message: '(#10) Application does not have permission for this action' })
    : new GraphError(code);
}
