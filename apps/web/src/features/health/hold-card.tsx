import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Health } from '@renkei/contract';
import { OctagonPause } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '../../lib/i18n.ts';
import { usePermission } from '../../lib/queries.ts';
import { formatCount } from './format-count.ts';
import styles from './health.module.css';
import { ReleaseDialog } from './release-dialog.tsx';
import { useWhen } from './use-when.ts';

interface HoldCardProps {
  readonly hold: NonNullable<Health['hold']>;
  /** How many messages wait because of it. */
  readonly waiting: number;
}

/** Nothing leaves the system: why, since when, what waits, and who lets it go on. */
export function HoldCard({ hold, waiting }: HoldCardProps) {
  const when = useWhen();
  const language = useLanguage();
  const mayRelease = usePermission('system.release');
  const [isReleasing, setIsReleasing] = useState(false);
  const isRestored = hold.reason === 'restored';
  return (
    <section className={styles.stopped}>
      <OctagonPause size={22} aria-hidden />
      <div className={styles.stoppedWords}>
        <h3 className={styles.summaryTitle}>
          {isRestored ? (
            <Trans>This system was restored from a backup and sends nothing</Trans>
          ) : (
            <Trans>All sending is stopped</Trans>
          )}
        </h3>
        <p>
          {isRestored ? (
            <Trans>
              What was queued in the backup may have been sent since, so nothing goes out before somebody
              releases it. Messages from customers keep coming in.
            </Trans>
          ) : (
            <Trans>
              An operator has stopped it. Nothing is lost: what is written waits, and messages from customers
              keep coming in.
            </Trans>
          )}
        </p>
        <p className={styles.note}>
          <Trans>Stopped since {when(hold.since)}.</Trans>{' '}
          {hold.backupTakenAt === null ? null : (
            <>
              <Trans>The backup is of {when(hold.backupTakenAt)}.</Trans>{' '}
            </>
          )}
          <Plural
            value={waiting}
            _0="Nothing waits."
            one="# message waits."
            other={`${formatCount(waiting, language)} messages wait.`}
          />
        </p>
        {mayRelease ? (
          <Button onClick={() => setIsReleasing(true)}>
            <Trans>Release sending…</Trans>
          </Button>
        ) : (
          <p className={styles.note}>
            <Trans>An owner releases it here, or an operator with “renkei release” on the server.</Trans>
          </p>
        )}
      </div>
      {isReleasing ? (
        <ReleaseDialog hold={hold} waiting={waiting} onClose={() => setIsReleasing(false)} />
      ) : null}
    </section>
  );
}
