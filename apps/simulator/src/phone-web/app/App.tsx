import { useEffect, useMemo } from 'react';
import type { PhoneApi } from '../api/phone-api.ts';
import { useText } from '../i18n/language.ts';
import { usePhones } from '../phones/use-phones.ts';
import { createPhoneSessions } from '../session/phone-sessions.ts';
import type { ConversationSource } from './followed-conversation.ts';
import { NoBusiness } from './NoBusiness.tsx';
import { NoPhone } from './NoPhone.tsx';
import { PhoneScreen } from './PhoneScreen.tsx';
import { Problem } from './Problem.tsx';
import { useSide } from './side.ts';
import { useAddress } from './use-address.ts';
import { useFollow } from './use-follow.ts';

type AppProps = Readonly<{ api: PhoneApi; conversations: ConversationSource }>;

export function App({ api, conversations }: AppProps) {
  const text = useText();
  const side = useSide();
  const { address, goTo } = useAddress();
  const phones = usePhones(api);
  const waId = address.waId ?? phones.list?.[0]?.waId;

  useFollow(conversations, api, goTo);

  const sessionOf = useMemo(
    () =>
      createPhoneSessions({
        api,
        openStream: (path) => new EventSource(path),
        now: Date.now,
        newId: createId,
      }),
    [api],
  );

  useEffect(() => {
    document.title = text.app.fallbackTitle;
  }, [text]);

  if (waId !== undefined) {
    return (
      <PhoneScreen
        key={waId}
        session={sessionOf(waId)}
        waId={waId}
        phones={phones}
        api={api}
        phoneNumberId={address.phoneNumberId}
        goTo={goTo}
      />
    );
  }
  if (phones.isUnreachable) return <Problem kind="unreachable" onRetry={phones.refresh} />;
  if (phones.list && side === 'business') return <NoBusiness />;
  if (phones.list) return <NoPhone api={api} onCreated={(created) => goTo({ waId: created })} />;
  return null;
}

/** crypto.randomUUID needs a secure address; a phone on the local network has none. */
function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('');
}
