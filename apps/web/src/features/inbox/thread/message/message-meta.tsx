import { Trans } from '@lingui/react/macro';
import type { Message } from '@renkei/contract';
import { formatClock, formatDateTime } from '../../../../lib/format-time.ts';
import { useLanguage } from '../../../../lib/i18n.ts';
import { EditedMark } from './edited-mark.tsx';
import styles from './message-row.module.css';
import { Ticks } from './ticks.tsx';

/** When it was written, whether it was changed or taken back, and how far it has come. */
export function MessageMeta({ message }: { readonly message: Message }) {
  const language = useLanguage();
  const { shownAt, revokedAt, direction, earlierVersions, state } = message;
  return (
    <span className={styles.meta}>
      {earlierVersions.length > 0 && revokedAt === null ? <EditedMark versions={earlierVersions} /> : null}
      <time dateTime={shownAt} title={formatDateTime(shownAt, language)}>
        {formatClock(shownAt, language)}
      </time>
      {revokedAt === null ? null : (
        <span>
          {'· '}
          {direction === 'inbound' ? (
            <Trans>Deleted by the customer at {formatClock(revokedAt, language)}</Trans>
          ) : (
            <Trans>Deleted on the phone at {formatClock(revokedAt, language)}</Trans>
          )}
        </span>
      )}
      {direction === 'inbound' || revokedAt !== null ? null : <Ticks state={state} />}
    </span>
  );
}
