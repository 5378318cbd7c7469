import { Refusal } from '../refusal.ts';
import type { PhoneNumber } from '../world/entities.ts';
import type { World } from '../world/world.ts';

/** The business number of this id; a refusal for the phone API when there is none. */
export function requirePhoneNumber(world: World, phoneNumberId: string): PhoneNumber {
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  if (!phoneNumber) throw new Refusal(404, `No business phone number ${phoneNumberId}`);
  return phoneNumber;
}
