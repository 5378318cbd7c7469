import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { sideOf, sidePaths } from './side.ts';

/** What the address bar says: /phone/:waId?chat=:phoneNumberId, or /business/:phoneNumberId?chat=:waId */
type Address = Readonly<{ waId: string | undefined; phoneNumberId: string | undefined }>;

const CHANGED = 'addresschange';

export function useAddress() {
  const href = useSyncExternalStore(subscribe, () => window.location.href);
  const address = useMemo(() => readAddress(new URL(href)), [href]);

  const goTo = useCallback(({ waId, phoneNumberId }: { waId: string; phoneNumberId?: string }) => {
    const url = new URL(window.location.href);
    url.pathname = `${sidePaths[sideOf(url.pathname)]}/${encodeURIComponent(waId)}`;
    if (phoneNumberId) url.searchParams.set('chat', phoneNumberId);
    else url.searchParams.delete('chat');
    // Inside another page, entries of ours would break that page's back button.
    if (window.parent === window) window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
    window.dispatchEvent(new Event(CHANGED));
  }, []);

  return { address, goTo };
}

export type GoTo = ReturnType<typeof useAddress>['goTo'];

function readAddress(url: URL): Address {
  const waId = /^\/(?:phone|business)\/([^/]+)/u.exec(url.pathname)?.[1];
  return {
    waId: waId && decodeURIComponent(waId),
    phoneNumberId: url.searchParams.get('chat') ?? undefined,
  };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGED, listener);
  };
}
