import { Trans } from '@lingui/react/macro';
import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useRealtimeState } from '../lib/realtime.ts';
import styles from './connection-banner.module.css';

/** A blink of the network is nobody's concern. */
const patienceMs = 2500;

export function ConnectionBanner() {
  const isWaiting = useRealtimeState() === 'waiting';
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (!isWaiting) return setIsShown(false);
    const timer = setTimeout(() => setIsShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return (
    <output className={styles.root}>
      {isShown ? (
        <span className={styles.text}>
          <CloudOff size={16} aria-hidden />
          <Trans>Offline. Reconnecting; nothing is lost.</Trans>
        </span>
      ) : null}
    </output>
  );
}
