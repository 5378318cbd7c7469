import type { PhoneNumber } from '../../world/entities.ts';
import type { Recipient } from '../../world/rules/send-question.ts';
import { getMessage, type World } from '../../world/world.ts';
import type { SendRequest } from './parse-send.ts';

const reachableMs = 30 * 24 * 60 * 60 * 1000;

/** The message a reply quotes. One that is gone, or older than 30 days, is not quoted; the reply goes out anyway. */
export function quotedId(world: World, contextId: string | undefined, at: number): string | undefined {
  const quoted = contextId === undefined ? undefined : getMessage(world, contextId);
  return quoted && quoted.message.at > at - reachableMs ? contextId : undefined;
}

/** A reaction needs a message of this chat that is no reaction, not older than 30 days: else 131009 by webhook. */
export function failReaction(
  world: World,
  phoneNumber: PhoneNumber,
  { message }: SendRequest,
  recipient: Recipient,
  at: number,
): number | undefined {
  if (message.type !== 'reaction') return undefined;
  const target = getMessage(world, message.reaction.message_id)?.message;
  const isReachable =
    target !== undefined &&
    target.phoneNumberId === phoneNumber.id &&
    (target.waId === recipient.waId || recipient.group !== undefined) &&
    target.type !== 'reaction' &&
    target.at > at - reachableMs &&
    world.amendments.get(target.id)?.revokedAt === undefined;
  return isReachable ? undefined : 131009;
}
