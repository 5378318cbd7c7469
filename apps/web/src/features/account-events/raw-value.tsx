import { Trans } from '@lingui/react/macro';
import type { AccountEvent } from '@renkei/contract';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './account-events.module.css';

/** What Meta sent, to the letter, with the page that explains it. */
export function RawValue({ event }: { readonly event: AccountEvent }) {
  const text = JSON.stringify(event.value, null, 2);
  return (
    <figure className={styles.raw}>
      <figcaption>
        <code>{[event.field, event.event].filter((name) => name !== null).join(' · ')}</code>
        <CopyButton value={text} label="JSON" />
      </figcaption>
      {/* Who has no mouse scrolls it with the keys. */}
      <pre tabIndex={0}>{text}</pre>
      {event.source === null ? null : (
        <p className={styles.source}>
          <Trans>Source: {event.source}</Trans>
        </p>
      )}
    </figure>
  );
}
