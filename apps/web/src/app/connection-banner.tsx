import { Trans } from '@lingui/react/macro';
import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useRealtimeState } from '../lib/realtime.ts';
import styles from './connection-banner.module.css';

export function ConnectionBanner() {
  const state = useRealtimeState();
  return <output className={styles.root}>{state === 'open' ? null : <LostConnection />}</output>;
}

/** A blink of the network is nobody's concern. */
const patienceMs = 2500;

function LostConnection() {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <span className={styles.text}>
      <CloudOff size={16} aria-hidden />
      <Trans>Offline. Reconnecting; nothing is lost.</Trans>
    </span>
  );
}
