import { useEffect, useMemo } from 'react';
import type { PhoneApi } from '../api/phone-api.ts';
import { useText } from '../i18n/language.ts';
import { usePhones } from '../phones/use-phones.ts';
import { PhoneSession } from '../session/phone-session.ts';
import { NoPhone } from './NoPhone.tsx';
import { PhoneScreen } from './PhoneScreen.tsx';
import { Problem } from './Problem.tsx';
import { useAddress } from './use-address.ts';

export function App({ api }: { api: PhoneApi }) {
  const text = useText();
  const { address, goTo } = useAddress();
  const phones = usePhones(api);
  const waId = address.waId ?? phones.list?.[0]?.waId;

  const session = useMemo(
    () =>
      waId === undefined
        ? undefined
        : new PhoneSession(waId, {
            api,
            openStream: (path) => new EventSource(path),
            now: Date.now,
            newId: createId,
          }),
    [api, waId],
  );

  useEffect(() => {
    document.title = text.app.fallbackTitle;
  }, [text]);

  if (session && waId) {
    return (
      <PhoneScreen
        key={waId}
        session={session}
        waId={waId}
        phones={phones}
        api={api}
        phoneNumberId={address.phoneNumberId}
        goTo={goTo}
      />
    );
  }
  if (phones.isUnreachable) return <Problem kind="unreachable" onRetry={phones.refresh} />;
  if (phones.list) return <NoPhone api={api} onCreated={(created) => goTo({ waId: created })} />;
  return null;
}

/** crypto.randomUUID needs a secure address; a phone on the local network has none. */
function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('');
}
