import { Suspense, useMemo, useState } from 'react';
import type { PhoneApi } from '../api/phone-api.ts';
import { Composer } from '../composer/Composer.tsx';
import { useText } from '../i18n/language.ts';
import type { ShownMessage } from '../session/outbox.ts';
import type { PhoneSession } from '../session/phone-session.ts';
import type { ShownChat } from '../session/show-phone.ts';
import { loadLater } from '../ui/load-later.ts';
import { useEscape } from '../ui/use-escape.ts';
import { CallBar } from './CallBar.tsx';
import { ChatHeader } from './ChatHeader.tsx';
import styles from './chat.module.css';
import { ChatContext, type ChatContextValue } from './chat-context.ts';
import { MessageList } from './MessageList.tsx';
import { PinnedBar } from './PinnedBar.tsx';
import { useMarkRead } from './use-mark-read.ts';

const LocationForm = loadLater(async () => (await import('../composer/forms/LocationForm.tsx')).LocationForm);

type ChatViewProps = Readonly<{
  waId: string;
  chat: ShownChat;
  chats: readonly ShownChat[];
  api: PhoneApi;
  session: PhoneSession;
  onBack: () => void;
  /** False when the page itself opened the chat: then the focus stays where the person left it. */
  takesFocus: boolean;
}>;

export function ChatView({ waId, chat, chats, api, session, onBack, takesFocus }: ChatViewProps) {
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
      chats,
      waId,
      api,
      now: session.now,
      send: (draft) => session.send(phoneNumberId, draft),
      sendTo: session.send,
      sendSilently: (type, content) => session.sendSilently(phoneNumberId, type, content),
      // A refusal is shown by the session.
      act: (action, input) => void session.act(action, input).catch(() => undefined),
      react: (messageId, emoji) => session.react(phoneNumberId, messageId, emoji),
      markPlayed: session.markPlayed,
      resend: session.resend,
      discard: session.discard,
      startReply: setReplyTo,
      openLocationForm: setLocationRequestId,
    };
  }, [chat, chats, waId, api, session]);

  return (
    <ChatContext value={context}>
      <section className={styles.chat} aria-label={text.chat.log(chat.businessName)}>
        <ChatHeader chat={chat} onBack={onBack} />
        {chat.blocked && (
          <p className={styles.blocked} role="status">
            {text.business.blocked}
          </p>
        )}
        <CallBar />
        <PinnedBar />
        <MessageList chat={chat} />
        <Composer
          chatKey={`${waId}-${chat.phoneNumberId}`}
          replyTo={replyTo}
          onReplyDone={() => setReplyTo(undefined)}
          takesFocus={takesFocus}
        />
        {locationRequestId !== undefined && (
          <Suspense fallback={null}>
            <LocationForm contextId={locationRequestId} onClose={() => setLocationRequestId(undefined)} />
          </Suspense>
        )}
      </section>
    </ChatContext>
  );
}
