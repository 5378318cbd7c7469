import { listPhoneVariants, readPhoneDigits } from '@renkei/graph-api';
import type { PhoneNumber } from '../../world/entities.ts';
import type { Recipient } from '../../world/rules/send-question.ts';
import { findByUserId, userIdIn } from '../../world/user-id.ts';
import type { World } from '../../world/world.ts';
import { GraphError } from '../graph-error.ts';

interface Address {
  readonly to?: string | undefined;
  readonly recipient?: string | undefined;
  readonly recipient_type?: 'individual' | 'group' | undefined;
}

/** The recipient of a send, and the entry of the answer's `contacts`. */
export interface Resolved extends Recipient {
  readonly shownAs: { readonly input: string; readonly wa_id?: string; readonly user_id?: string };
}

/**
 * Who a send goes to. `to` wins over `recipient`; Brazilian, Mexican and Argentinian variants find their person.
 * Throws 131021 (the sender itself), 131041 (group unknown), 131207 (suspended), 131020 (nobody in it).
 */
export function resolveRecipient(world: World, phoneNumber: PhoneNumber, request: Address): Resolved {
  if (request.recipient_type === 'group') return resolveGroup(world, phoneNumber, request.to ?? '');
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

function resolveGroup(world: World, phoneNumber: PhoneNumber, id: string): Resolved {
  const group = world.groups.get(id);
  if (group?.phoneNumberId !== phoneNumber.id) throw new GraphError(131041);
  if (group.isSuspended) throw new GraphError(131207);
  if (group.participants.length === 0) throw new GraphError(131020);
  return {
    waId: id,
    customer: undefined,
    group,
    addressedAs: 'group',
    isOnWhatsApp: true,
    shownAs: { input: id, wa_id: id },
  };
}

function resolvePhone(world: World, phoneNumber: PhoneNumber, to: string): Resolved {
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
