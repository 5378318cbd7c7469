import { onInbound } from '../limits/window.ts';
import { openChat, type World } from '../world.ts';

interface UserCalled {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly at: number;
}

export const callRecords = {
  /** A person's call opens the window, answered or not (Meta: calling). */
  'user-called': (world: World, { phoneNumberId, waId, at }: UserCalled) => {
    const chat = openChat(world, phoneNumberId, waId);
    chat.window = onInbound(chat.window, at, false);
  },
};
