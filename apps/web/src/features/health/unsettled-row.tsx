import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import type { UnsettledMessage } from '@renkei/contract';
import { Link } from '@tanstack/react-router';
import { formatDateTime } from '../../lib/format-time.ts';
import { useLanguage, useLocalized } from '../../lib/i18n.ts';
import styles from './health.module.css';

interface UnsettledRowProps {
  readonly item: UnsettledMessage;
  readonly isChosen: boolean;
  readonly onChoose: (isWanted: boolean) => void;
}

/** To whom, what, when, why, and the way to the conversation. */
export function UnsettledRow({ item, isChosen, onChoose }: UnsettledRowProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localized = useLocalized();
  const { contact, preview, problem, conversationId, channel } = item;
  const at = item.triedAt ?? item.queuedAt;
  return (
    <li className={styles.message}>
      {item.actions.length === 0 ? null : (
        <Checkbox
          size="xs"
          className={styles.box}
          aria-label={t`Choose the message to ${contact.name}`}
          checked={isChosen}
          onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
        />
      )}
      <div className={styles.words}>
        <p className={styles.who}>
          <Link to="/inbox/$conversationId" params={{ conversationId }}>
            {contact.name}
          </Link>
          <span className={styles.note}>
            {channel.name} · <time dateTime={at}>{formatDateTime(at, language)}</time>
          </span>
        </p>
        <p className={styles.preview}>{preview === '' ? <Trans>A message without text</Trans> : preview}</p>
        {problem === null || item.state === 'unconfirmed' ? null : (
          <p className={styles.why}>
            <strong>{localized(problem.title)}</strong> {localized(problem.remedy)}
          </p>
        )}
      </div>
    </li>
  );
}
