import { Refusal } from '../../refusal.ts';
import type { PhoneNumber } from '../../world/entities.ts';
import type { World } from '../../world/world.ts';
import { requirePhoneNumber } from '../require-phone-number.ts';

/** A number that lives in the Business app as well (coexistence); a refusal when it does not. */
export function requireBusinessApp(world: World, phoneNumberId: string): PhoneNumber {
  const phoneNumber = requirePhoneNumber(world, phoneNumberId);
  if (phoneNumber.onBusinessApp) return phoneNumber;
  throw new Refusal(409, `${phoneNumber.displayPhoneNumber} is not in the Business app`);
}
