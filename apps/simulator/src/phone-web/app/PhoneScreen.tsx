import { X } from 'lucide-react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { PhoneApi } from '../api/phone-api.ts';
import { ChatView } from '../chat/ChatView.tsx';
import { ChatList } from '../chats/ChatList.tsx';
import { useText } from '../i18n/language.ts';
import { PhoneBar } from '../phones/PhoneBar.tsx';
import type { Phones } from '../phones/use-phones.ts';
import type { PhoneSession } from '../session/phone-session.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Problem } from './Problem.tsx';
import styles from './phone-screen.module.css';
import { useSide } from './side.ts';
import type { GoTo } from './use-address.ts';
import { useSoloPlayback } from './use-solo-playback.ts';

type PhoneScreenProps = Readonly<{
  session: PhoneSession;
  waId: string;
  phones: Phones;
  api: PhoneApi;
  phoneNumberId: string | undefined;
  goTo: GoTo;
}>;

export function PhoneScreen({ session, waId, phones, api, phoneNumberId, goTo }: PhoneScreenProps) {
  const text = useText();
  const side = useSide();
  const { phone, problem, refusal } = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const [hasChosen, setChosen] = useState(false);
  useSoloPlayback();

  const name = phone?.name;
  useEffect(() => {
    if (name) document.title = side === 'business' ? text.businessApp.title(name) : text.app.title(name);
  }, [name, text, side]);

  const openChat = (chosenId: string) => {
    setChosen(true);
    goTo({ waId, phoneNumberId: chosenId });
  };
  const closeChat = useCallback(() => goTo({ waId }), [goTo, waId]);

  const bar = <PhoneBar waId={waId} phone={phone} phones={phones} session={session} api={api} goTo={goTo} />;
  if (!phone) {
    return (
      <div className={styles.screen}>
        {bar}
        <main className={styles.panes}>{problem && <Problem kind={problem} onRetry={session.retry} />}</main>
      </div>
    );
  }

  const chat = phone.chats.find((candidate) => candidate.phoneNumberId === phoneNumberId);
  return (
    <div className={styles.screen}>
      {bar}
      {problem && (
        <p className={styles.banner} data-tone="alert" role="status">
          {text.problems.reconnecting}
        </p>
      )}
      {!phone.online && (
        <p className={styles.banner} role="status">
          {text.airplane.on}
        </p>
      )}
      {refusal !== undefined && (
        <div className={styles.banner} data-tone="alert" role="alert">
          {refusal || text.problems.refused}
          <IconButton icon={X} label={text.problems.dismiss} onClick={session.dismissRefusal} />
        </div>
      )}
      <main className={styles.panes} data-open={chat ? true : undefined}>
        <ChatList phone={phone} openId={chat?.phoneNumberId} onOpen={openChat} />
        {chat ? (
          <ChatView
            key={chat.phoneNumberId}
            waId={waId}
            chat={chat}
            chats={phone.chats}
            api={api}
            session={session}
            onBack={closeChat}
            takesFocus={hasChosen && document.hasFocus() && window.matchMedia('(hover: hover)').matches}
          />
        ) : (
          <p className={styles.choose}>{text.chats.choose}</p>
        )}
      </main>
    </div>
  );
}
