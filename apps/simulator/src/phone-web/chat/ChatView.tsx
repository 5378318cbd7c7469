import { useMemo, useState } from 'react';
import { Composer } from '../composer/Composer.tsx';
import { LocationForm } from '../composer/LocationForm.tsx';
import { useText } from '../i18n/language.ts';
import type { ShownMessage } from '../session/outbox.ts';
import type { PhoneSession } from '../session/phone-session.ts';
import type { ShownChat } from '../session/show-phone.ts';
import { useEscape } from '../ui/use-escape.ts';
import { ChatHeader } from './ChatHeader.tsx';
import styles from './chat.module.css';
import { ChatContext, type ChatContextValue } from './chat-context.ts';
import { MessageList } from './MessageList.tsx';
import { useMarkRead } from './use-mark-read.ts';

type ChatViewProps = Readonly<{
  waId: string;
  chat: ShownChat;
  session: PhoneSession;
  onBack: () => void;
  /** False when the page itself opened the chat: then the focus stays where the person left it. */
  takesFocus: boolean;
}>;

export function ChatView({ waId, chat, session, onBack, takesFocus }: ChatViewProps) {
  const text = useText();
  const [replyTo, setReplyTo] = useState<ShownMessage>();
  const [locationRequestId, setLocationRequestId] = useState<string>();
  useMarkRead(chat, session);

  useEscape(true, () => {
    if (replyTo) setReplyTo(undefined);
    else onBack();
  });

  const context = useMemo((): ChatContextValue => {
    const { phoneNumberId } = chat;
    return {
      chat,
      send: (draft) => session.send(phoneNumberId, draft),
      react: (messageId, emoji) => session.react(phoneNumberId, messageId, emoji),
      markPlayed: session.markPlayed,
      resend: session.resend,
      discard: session.discard,
      startReply: setReplyTo,
      openLocationForm: setLocationRequestId,
    };
  }, [chat, session]);

  return (
    <ChatContext value={context}>
      <section className={styles.chat} aria-label={text.chat.log(chat.businessName)}>
        <ChatHeader chat={chat} onBack={onBack} />
        <MessageList chat={chat} />
        <Composer
          chatKey={`${waId}-${chat.phoneNumberId}`}
          replyTo={replyTo}
          onReplyDone={() => setReplyTo(undefined)}
          takesFocus={takesFocus}
        />
        {locationRequestId !== undefined && (
          <LocationForm contextId={locationRequestId} onClose={() => setLocationRequestId(undefined)} />
        )}
      </section>
    </ChatContext>
  );
}
