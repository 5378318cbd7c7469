import type { Simulation } from '../../simulation.ts';
import type { World } from '../world.ts';
import type { Registration } from './registration.ts';

/** What is known of how a number came here; nothing yet for one the world began with. */
export function registrationOf(world: World, phoneNumberId: string): Registration {
  return (
    world.registrations.get(phoneNumberId) ?? { phoneNumberId, codeRequests: [], calls: [], wrongPins: [] }
  );
}

export function changeRegistration(
  { world, commit }: Pick<Simulation, 'world' | 'commit'>,
  phoneNumberId: string,
  change: Partial<Registration>,
): void {
  const registration = { ...registrationOf(world, phoneNumberId), ...change };
  commit({ kind: 'entities', entities: { registrations: [registration] } });
}
