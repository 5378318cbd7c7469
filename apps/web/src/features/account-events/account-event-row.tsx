import { Trans, useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { AccountEvent } from '@renkei/contract';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { formatDateTime } from '../../lib/format-time.ts';
import { useLanguage, useLocalized } from '../../lib/i18n.ts';
import styles from './account-events.module.css';
import { fieldNames } from './field-names.ts';
import { RawValue } from './raw-value.tsx';
import { severityInfo } from './severity-info.ts';

interface AccountEventRowProps {
  readonly event: AccountEvent;
  /** Of the number that it is about. */
  readonly channelName: string | undefined;
}

/** One thing that was reported: what it is in plain words, what to do, and behind a button what Meta sent. */
export function AccountEventRow({ event, channelName }: AccountEventRowProps) {
  const { i18n } = useLingui();
  const localized = useLocalized();
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const rawId = useId();
  const { icon: Icon, label } = severityInfo[event.severity];
  const subject = fieldNames[event.field];
  const explanation = localized(event.explanation);
  return (
    <li className={styles.row} data-severity={event.severity}>
      <span className={styles.sign} role="img" aria-label={i18n._(label)}>
        <Icon size={18} aria-hidden />
      </span>
      <div className={styles.words}>
        <h4 className={styles.title}>{localized(event.title)}</h4>
        {explanation === '' ? null : <p>{explanation}</p>}
        {event.remedy === null ? null : (
          <p className={styles.remedy}>
            <strong>
              <Trans>What to do:</Trans>
            </strong>{' '}
            {localized(event.remedy)}
          </p>
        )}
        <div className={styles.meta}>
          <time dateTime={event.occurredAt}>{formatDateTime(event.occurredAt, language)}</time>
          {channelName === undefined ? null : <span>{channelName}</span>}
          <span>{subject === undefined ? event.field : i18n._(subject)}</span>
          <UnstyledButton
            className={styles.disclose}
            onClick={() => setIsOpen(!isOpen)}
            aria-expanded={isOpen}
            aria-controls={rawId}
          >
            <ChevronRight className={styles.chevron} size={14} aria-hidden />
            <Trans>As received</Trans>
          </UnstyledButton>
        </div>
        <div id={rawId} hidden={!isOpen}>
          {isOpen ? <RawValue event={event} /> : null}
        </div>
      </div>
    </li>
  );
}
