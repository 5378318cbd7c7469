import { listPhoneVariants, readPhoneDigits } from '@renkei/graph-api';
import type { Customer, PhoneNumber } from '../../world/entities.ts';
import { findByUserId, userIdIn } from '../../world/user-id.ts';
import type { World } from '../../world/world.ts';
import { GraphError } from '../graph-error.ts';

interface Address {
  readonly to?: string | undefined;
  readonly recipient?: string | undefined;
  readonly recipient_type?: 'individual' | 'group' | undefined;
}

export interface Recipient {
  readonly waId: string;
  readonly customer: Customer | undefined;
  readonly addressedAs: 'phone' | 'userId';
  readonly isOnWhatsApp: boolean;
  /** The entry of the answer's `contacts`. */
  readonly shownAs: { readonly input: string; readonly wa_id?: string; readonly user_id?: string };
}

/** Who a send goes to. `to` wins over `recipient`; Brazilian, Mexican and Argentinian variants find their person. */
export function resolveRecipient(world: World, phoneNumber: PhoneNumber, request: Address): Recipient {
  // There are no groups in this world yet.
  if (request.recipient_type === 'group') throw new GraphError(131041);
  if (request.to !== undefined) return resolvePhone(world, phoneNumber, request.to);
  const userId = request.recipient ?? '';
  const customer = findByUserId(world, userId, phoneNumber);
  return {
    // Without a person behind the id there is no number; the id itself keys the chat then.
    waId: customer?.waId ?? userId,
    customer,
    addressedAs: 'userId',
    isOnWhatsApp: customer !== undefined && !customer.undeliverable,
    shownAs: { input: userId, user_id: customer ? userIdIn(world, customer, phoneNumber) : userId },
  };
}

function resolvePhone(world: World, phoneNumber: PhoneNumber, to: string): Recipient {
  // Parsing has refused everything that is no phone number.
  const digits = readPhoneDigits(to) ?? to;
  if (digits === phoneNumber.digits) {
    throw new GraphError(131021, {
      details: 'Sender and recipient phone number is the same. Send to a different phone number.',
    });
  }
  const known = listPhoneVariants(digits).find((variant) => world.customers.has(variant));
  const customer = known === undefined ? undefined : world.customers.get(known);
  const waId = customer?.waId ?? digits;
  return {
    waId,
    customer,
    addressedAs: 'phone',
    isOnWhatsApp: customer ? !customer.undeliverable : world.settings.everyoneIsOnWhatsApp,
    shownAs: { input: to, wa_id: waId },
  };
}
