import { type Chat, getMessage, isOutbound, type World } from '../world/world.ts';
import type { PhoneReaction } from './phone-message.ts';

/** The last reaction of each side per message; an empty or missing emoji took it away. */
export function collectReactions(world: World, chat: Chat): Map<string, PhoneReaction[]> {
  const byTarget = new Map<string, PhoneReaction[]>();
  for (const messageId of chat.messageIds) {
    const reaction = findReaction(world, messageId);
    if (!reaction) continue;
    const { from, target, emoji } = reaction;
    const others = (byTarget.get(target) ?? []).filter((other) => other.from !== from);
    byTarget.set(target, emoji ? [...others, { from, emoji }] : others);
  }
  return byTarget;
}

function findReaction(world: World, messageId: string) {
  const echo = world.echoes.get(messageId);
  if (echo) {
    return echo.type === 'reaction' ? { from: 'them' as const, ...readReaction(echo.content) } : undefined;
  }
  const state = getMessage(world, messageId);
  if (state?.message.type !== 'reaction') return undefined;
  if (isOutbound(state) && state.status === 'failed') return undefined;
  const from = isOutbound(state) ? ('them' as const) : ('me' as const);
  return { from, ...readReaction(state.message.content) };
}

function readReaction(content: unknown): { readonly target: string; readonly emoji: string } {
  const value = typeof content === 'object' && content !== null ? content : {};
  const target = 'message_id' in value && typeof value.message_id === 'string' ? value.message_id : '';
  const emoji = 'emoji' in value && typeof value.emoji === 'string' ? value.emoji : '';
  return { target, emoji };
}
