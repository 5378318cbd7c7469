import { type Chat, getMessage, isOutbound, type World } from '../world/world.ts';
import type { PhoneReaction } from './phone-message.ts';

/**
 * The last reaction of each side per message; an empty or missing emoji took it away. In a group everybody has one of
 * their own, and `participant` is who counts as "me".
 */
export function collectReactions(
  world: World,
  chat: Chat,
  participant?: string,
): ReadonlyMap<string, readonly PhoneReaction[]> {
  const byTarget = new Map<string, Map<string, string>>();
  for (const messageId of chat.messageIds) {
    const reaction = findReaction(world, messageId);
    if (!reaction) continue;
    const { author, target, emoji } = reaction;
    const onIt = byTarget.get(target) ?? new Map<string, string>();
    byTarget.set(target, onIt);
    onIt.delete(author);
    if (emoji) onIt.set(author, emoji);
  }
  const isMine = (author: string) =>
    author !== business && (participant === undefined || author === participant);
  const show = ([author, emoji]: readonly [string, string]): PhoneReaction => ({
    from: isMine(author) ? 'me' : 'them',
    emoji,
  });
  return new Map([...byTarget].map(([target, onIt]) => [target, [...onIt].map(show)]));
}

/** Stands among the authors for the business itself. */
const business = 'business';

function findReaction(world: World, messageId: string) {
  const echo = world.echoes.get(messageId);
  if (echo) {
    return echo.type === 'reaction' ? { author: business, ...readReaction(echo.content) } : undefined;
  }
  const state = getMessage(world, messageId);
  if (state?.message.type !== 'reaction') return undefined;
  if (!isOutbound(state)) {
    // In a chat of two everybody else is the one person, also under an earlier number.
    const author = state.message.groupId === undefined ? 'customer' : state.message.waId;
    return { author, ...readReaction(state.message.content) };
  }
  return state.status === 'failed' ? undefined : { author: business, ...readReaction(state.message.content) };
}

function readReaction(content: unknown): { readonly target: string; readonly emoji: string } {
  const value = typeof content === 'object' && content !== null ? content : {};
  const target = 'message_id' in value && typeof value.message_id === 'string' ? value.message_id : '';
  const emoji = 'emoji' in value && typeof value.emoji === 'string' ? value.emoji : '';
  return { target, emoji };
}
