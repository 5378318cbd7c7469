import { Plural, Trans } from '@lingui/react/macro';
import type { Health } from '@renkei/contract';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './health.module.css';

/** Beyond this what comes in is behind. */
const lagLimitMs = 60_000;

/** All is well, or what needs a person; a hold of the whole system has a place of its own. */
export function Summary({ health }: { readonly health: Health }) {
  const points = pointsOf(health);
  if (points.length === 0) {
    if (health.hold !== null) return null;
    return (
      <output className={styles.summary} data-tone="good">
        <CircleCheck size={20} aria-hidden />
        <strong>
          <Trans>All is well: nothing needs you.</Trans>
        </strong>
      </output>
    );
  }
  return (
    <section className={styles.summary} data-tone="warn">
      <TriangleAlert size={20} aria-hidden />
      <div>
        <h3 className={styles.summaryTitle}>
          <Trans>This needs you</Trans>
        </h3>
        <ul className={styles.points}>
          {points.map(({ key, says }) => (
            <li key={key}>{says}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

interface Point {
  readonly key: string;
  readonly says: ReactNode;
}

function pointsOf({ intake, unsettled, queues }: Health): readonly Point[] {
  const stopped = queues.filter(({ channel }) => channel.state !== 'connected').length;
  return [
    {
      key: 'channels',
      isTrue: stopped > 0,
      says: <Plural value={stopped} one="# number cannot send." other="# numbers cannot send." />,
    },
    {
      key: 'unconfirmed',
      isTrue: unsettled.unconfirmed > 0,
      says: (
        <Plural
          value={unsettled.unconfirmed}
          one="Nobody knows whether # message arrived. Decide whether to send it again."
          other="Nobody knows whether # messages arrived. Decide which to send again."
        />
      ),
    },
    {
      key: 'quarantine',
      isTrue: intake.quarantined > 0,
      says: (
        <Plural
          value={intake.quarantined}
          one="# event from WhatsApp could not be read and waits in quarantine."
          other="# events from WhatsApp could not be read and wait in quarantine."
        />
      ),
    },
    {
      key: 'lag',
      isTrue: intake.lagMs > lagLimitMs,
      says: <Trans>What customers write arrives late: the system is behind with its work.</Trans>,
    },
  ].filter(({ isTrue }) => isTrue);
}
