import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Hook } from '@renkei/contract';
import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { formatDateTime } from '../../lib/format-time.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AnswerWords } from './answer-words.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { eventNames } from './event-names.ts';
import { HookActions } from './hook-actions.tsx';
import styles from './hooks.module.css';

const states = {
  enabled: { label: msg`On`, tone: 'good' },
  disabled: { label: msg`Switched off`, tone: 'quiet' },
  failing: { label: msg`Stopped: cannot be reached`, tone: 'bad' },
} as const satisfies Record<Hook['state'], unknown>;

/** One address: what it is told, how that goes, and what can be done. */
export function HookCard({ hook }: { readonly hook: Hook }) {
  const { t, i18n } = useLingui();
  const [showsDeliveries, setShowsDeliveries] = useState(false);
  const deliveriesId = useId();
  const { label, tone } = states[hook.state];
  return (
    <Card>
      <header className={styles.header}>
        <div className={styles.names}>
          <h3 className={styles.name}>{hook.description ?? new URL(hook.url).host}</h3>
          <p className={styles.address}>
            <code>{hook.url}</code>
            <CopyButton value={hook.url} label={t`Copy the address`} />
          </p>
        </div>
        <StateBadge tone={tone}>{i18n._(label)}</StateBadge>
      </header>
      <Trouble hook={hook} />
      <ul className={styles.events} aria-label={t`What it is told`}>
        {hook.eventTypes.map((type) => (
          <li key={type} title={type}>
            {i18n._(eventNames[type])}
          </li>
        ))}
      </ul>
      {hook.pending === 0 ? null : (
        <p className={styles.quiet}>
          <Plural
            value={hook.pending}
            one="# event is still to be delivered."
            other="# events are still to be delivered."
          />
        </p>
      )}
      <HookActions
        hook={hook}
        deliveries={{
          id: deliveriesId,
          isShown: showsDeliveries,
          show: setShowsDeliveries,
        }}
      />
      {showsDeliveries ? <DeliveryList id={deliveriesId} hookId={hook.id} /> : null}
    </Card>
  );
}

/** Since when nothing gets through, what the other side said last, and what happens next. */
function Trouble({ hook: { state, failingSince, lastProblem } }: { readonly hook: Hook }) {
  const language = useLanguage();
  if (failingSince === null) return null;
  return (
    <div className={styles.trouble} data-grave={state === 'failing'}>
      <TriangleAlert size={18} aria-hidden />
      <div>
        <strong>
          <Trans>Nothing has got through since {formatDateTime(failingSince, language)}</Trans>
        </strong>
        <p>
          <AnswerWords status={null} problem={lastProblem} />
        </p>
        {state === 'enabled' ? (
          <p>
            <Trans>It is tried again by itself for three days, at longer and longer intervals.</Trans>
          </p>
        ) : null}
        {state === 'failing' ? (
          <p>
            <Trans>
              Nothing new is noted for it. Repair the address, then switch the hook on: what could not be
              delivered is tried again.
            </Trans>
          </p>
        ) : null}
      </div>
    </div>
  );
}
