import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { setStatus } from '../../world/messages/progress-messages.ts';
import { getChat, getOutbound } from '../../world/world.ts';
import { phoneAction } from './action.ts';

/** A voice message was listened to. */
export const playedAction = phoneAction({
  schema: z.strictObject({ messageId: z.string() }),
  run({ messageId }, { runtime: { simulation }, customer: { waId } }) {
    const { world } = simulation;
    const state = getOutbound(world, messageId);
    const chat = state && getChat(world, state.message.phoneNumberId, waId);
    if (state?.message.type !== 'audio' || !chat?.messageIds.includes(messageId)) {
      throw new Refusal(404, `No voice message ${messageId}`);
    }
    if (state.statusTimes.played === undefined) setStatus(simulation, state, 'played');
    return { played: true };
  },
});
