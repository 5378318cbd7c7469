import { useEffect, useSyncExternalStore } from 'react';
import type { PhoneApi } from '../api/phone-api.ts';
import { type ConversationSource, digitsOf } from './followed-conversation.ts';
import type { GoTo } from './use-address.ts';

/** Takes up the phone of the conversation that is open beside it, on the chat with the same business number. */
export function useFollow(conversations: ConversationSource, api: PhoneApi, goTo: GoTo): void {
  const followed = useSyncExternalStore(conversations.subscribe, conversations.getSnapshot);
  useEffect(() => {
    if (!followed) return;
    let isCurrent = true;
    const follow = async () => {
      const { waId, businessNumber } = followed;
      const phones = await api.listPhones();
      // A real customer's phone is not played here.
      if (!phones.some((phone) => phone.waId === waId)) return;
      const { chats } = await api.getPhone(waId);
      const chat = chats.find(({ displayPhoneNumber }) => digitsOf(displayPhoneNumber) === businessNumber);
      if (isCurrent) goTo({ waId, phoneNumberId: chat?.phoneNumberId });
    };
    // Not following is no loss: the phone stays usable, and says by itself when the simulator cannot be reached.
    follow().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [followed, api, goTo]);
}
