import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber } from '../../world/entities.ts';
import { GraphError } from '../graph-error.ts';

/** Takes a place at the number's rate and at the pair's, or throws 130429, 131056. */
export function takeRate(
  { rates, clock }: Simulation,
  phoneNumber: PhoneNumber,
  { waId }: { readonly waId: string },
): void {
  const taken = rates.take(phoneNumber, waId, clock.elapsedMs());
  if (taken === 'number') {
    throw new GraphError(130429, {
      details:
        'Message failed to send because there were too many messages sent from this phone number in a short period of time.',
    });
  }
  if (taken === 'pair') {
    throw new GraphError(131056, {
      details:
        'Message failed to send because there were too many messages sent from the sender phone number to the same recipient phone number in a short period of time.',
    });
  }
}
