import { Trans } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { AccountEvent } from '@renkei/contract';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { formatDateTime } from '../../lib/format-time.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './account-events.module.css';

export function AccountEventRow({ event }: { readonly event: AccountEvent }) {
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const bodyId = useId();
  return (
    <li className={styles.row}>
      <UnstyledButton
        className={styles.summary}
        onClick={() => setIsOpen(!isOpen)}
        aria-expanded={isOpen}
        aria-controls={bodyId}
      >
        <ChevronRight className={styles.chevron} size={16} aria-hidden />
        <span className={styles.field}>{event.field}</span>
        {event.event === null ? null : <span className={styles.event}>{event.event}</span>}
        <time className={styles.time} dateTime={event.occurredAt}>
          {formatDateTime(event.occurredAt, language)}
        </time>
      </UnstyledButton>
      <div id={bodyId} hidden={!isOpen}>
        {isOpen ? <RawValue value={event.value} /> : null}
      </div>
    </li>
  );
}

function RawValue({ value }: { readonly value: unknown }) {
  const text = JSON.stringify(value, null, 2);
  return (
    <figure className={styles.raw}>
      <figcaption>
        <Trans>As received</Trans>
        <CopyButton value={text} label="JSON" />
      </figcaption>
      <pre>{text}</pre>
    </figure>
  );
}
