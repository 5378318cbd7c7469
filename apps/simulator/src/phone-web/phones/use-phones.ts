import { useCallback, useEffect, useState } from 'react';
import type { PhoneApi } from '../api/phone-api.ts';
import type { PhoneSummary } from '../api/wire.ts';

export type Phones = Readonly<{
  list: readonly PhoneSummary[] | undefined;
  isUnreachable: boolean;
  refresh: () => void;
}>;

const REFRESH_EVERY_MS = 5_000;

/** All phones of the simulator. Other phones' unread counts come by asking now and then while the page is seen. */
export function usePhones(api: PhoneApi): Phones {
  const [list, setList] = useState<readonly PhoneSummary[]>();
  const [isUnreachable, setUnreachable] = useState(false);

  const refresh = useCallback(() => {
    api.listPhones().then(
      (phones) => {
        setList(phones);
        setUnreachable(false);
      },
      () => setUnreachable(true),
    );
  }, [api]);

  useEffect(() => {
    refresh();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh();
    }, REFRESH_EVERY_MS);
    return () => clearInterval(timer);
  }, [refresh]);

  return { list, isUnreachable, refresh };
}
