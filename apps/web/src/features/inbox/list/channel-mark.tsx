import { useLingui } from '@lingui/react/macro';
import type { Conversation } from '@renkei/contract';
import styles from './channel-mark.module.css';

/** Through what the customer writes: WhatsApp, and which of our numbers. */
export function ChannelMark({ channel }: { readonly channel: Conversation['channel'] }) {
  const { t } = useLingui();
  const label = t`WhatsApp, ${channel.name}`;
  return (
    <span
      className={styles.root}
      role="img"
      aria-label={label}
      title={`${label} · ${channel.displayPhoneNumber}`}
    >
      <svg viewBox="0 0 16 16" width={11} height={11} aria-hidden>
        <path d="M8 1.4a6.4 6.4 0 0 0-5.5 9.7L1.6 14.4l3.4-.9A6.4 6.4 0 1 0 8 1.4Z" fill="currentColor" />
        <path
          className={styles.receiver}
          d="M5.5 4.7c-.5 2.9 2.9 6.4 5.9 5.9l.2-1.5-1.8-.8-.8.8c-.9-.4-1.6-1.1-2-2l.8-.8-.8-1.8Z"
        />
      </svg>
    </span>
  );
}
