import { getChoices } from '../records/phones.ts';
import type { World } from '../world.ts';
import type { OutboundState } from './messages.ts';

/**
 * The phones that are there for a message and have not got it yet: the recipient's, or those of a group. Reactions
 * and pins only ever become `sent`. A person who blocked the business hears nothing.
 */
export function listAwaited(world: World, state: OutboundState): readonly string[] {
  const { message, status, participants } = state;
  if (status === 'accepted' || status === 'failed' || undeliveredTypes.has(message.type)) return [];
  if (message.addressedAs === 'group') {
    const members = world.groups.get(message.waId)?.participants ?? [];
    const missing = members.filter(({ waId }) => participants?.[waId] === undefined);
    return missing.map(({ waId }) => waId).filter((waId) => isReachable(world, message.phoneNumberId, waId));
  }
  const isWaiting = status === 'sent' && isReachable(world, message.phoneNumberId, message.waId);
  return isWaiting ? [message.waId] : [];
}

const undeliveredTypes: ReadonlySet<string> = new Set(['reaction', 'pin']);

function isReachable(world: World, phoneNumberId: string, waId: string): boolean {
  const customer = world.customers.get(waId);
  const { blocked } = getChoices(world, phoneNumberId, waId);
  return customer !== undefined && customer.online && !customer.blocked && !blocked;
}
