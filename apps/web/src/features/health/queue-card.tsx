import { Trans, useLingui } from '@lingui/react/macro';
import type { QueueHealth } from '@renkei/contract';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../lib/i18n.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { formatCount } from './format-count.ts';
import styles from './health.module.css';
import { HoldLine } from './hold-line.tsx';
import { Meter } from './meter.tsx';
import { useWhen } from './use-when.ts';

/** The queue of one number: how long, why it waits, how fast it goes. */
export function QueueCard({ queue }: { readonly queue: QueueHealth }) {
  const { t } = useLingui();
  const language = useLanguage();
  const when = useWhen();
  const { channel, counts, holds, oldestQueuedAt, nextScheduledAt, portfolio } = queue;
  const format = (value: number) => formatCount(value, language);
  const facts = [
    { label: t`Waiting`, value: counts.queued, note: oldestQueuedAt && t`since ${when(oldestQueuedAt)}` },
    { label: t`On their way`, value: counts.claimed + counts.dispatched, note: null },
    {
      label: t`Scheduled`,
      value: counts.scheduled,
      note: nextScheduledAt && t`next at ${when(nextScheduledAt)}`,
    },
    { label: t`Being found out`, value: counts.unsure, note: null },
  ];
  // Above stands already that the number cannot send, or that nothing leaves the system.
  const told = holds.filter(
    ({ reason, count }) => reason !== 'channel_state' && (reason !== 'system_held' || count > 0),
  );
  return (
    <Card
      title={
        <>
          {channel.name} <span className={styles.number}>{channel.displayPhoneNumber}</span>
        </>
      }
    >
      {channel.problem === null || channel.state === 'connected' ? null : (
        <ProblemCard problem={channel.problem}>
          <Link to="/settings/channels">
            <Trans>Go to the channels</Trans>
          </Link>
        </ProblemCard>
      )}
      <dl className={styles.facts}>
        {facts.map(({ label, value, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {format(value)}
              {note === null ? null : <span className={styles.note}> {note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Speed queue={queue} />
      {portfolio === null || portfolio.limit === null ? null : (
        <Meter
          label={t`New people in the last 24 hours (whole company)`}
          value={portfolio.used}
          most={portfolio.limit}
          text={`${format(portfolio.used)} / ${format(portfolio.limit)}`}
        />
      )}
      {told.length === 0 ? null : (
        <>
          <h4 className={styles.subtitle}>
            <Trans>Why messages wait</Trans>
          </h4>
          <ul className={styles.list}>
            {told.map((hold) => (
              <HoldLine
                key={`${hold.reason} ${hold.problem?.code} ${hold.problem?.providerCode}`}
                hold={hold}
                queue={queue}
              />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Speed({ queue: { throughput } }: { readonly queue: QueueHealth }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { perSecond, allowedPerSecond, limitPerSecond, acceptedLastMinute } = throughput;
  const isSlowed = allowedPerSecond < limitPerSecond;
  return (
    <Meter
      label={t`Sending speed`}
      value={perSecond}
      most={limitPerSecond}
      allowed={allowedPerSecond}
      text={t`${perSecond} of ${allowedPerSecond} messages per second`}
    >
      <Trans>{formatCount(acceptedLastMinute, language)} accepted in the last minute.</Trans>
      {isSlowed ? (
        <>
          {' '}
          <Trans>
            WhatsApp found it too fast lately; the speed goes back to {limitPerSecond} per second by itself.
          </Trans>
        </>
      ) : null}
    </Meter>
  );
}
