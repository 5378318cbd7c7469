import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { MessageState } from '@renkei/contract';
import { Ban, Check, CheckCheck, CircleAlert, CircleHelp, Clock3, type LucideIcon, Play } from 'lucide-react';
import styles from './ticks.module.css';

interface Tick {
  readonly icon: LucideIcon;
  readonly label: MessageDescriptor;
  readonly tone: 'quiet' | 'seen' | 'bad' | 'unsure';
}

const waiting: Tick = { icon: Clock3, label: msg`Waiting to be sent`, tone: 'quiet' };
const unsure: Tick = { icon: CircleHelp, label: msg`Not known whether it was accepted`, tone: 'unsure' };

const ticks = {
  received: null,
  queued: waiting,
  claimed: waiting,
  dispatched: waiting,
  unsure,
  sent: { icon: Check, label: msg`Sent`, tone: 'quiet' },
  delivered: { icon: CheckCheck, label: msg`Delivered`, tone: 'quiet' },
  read: { icon: CheckCheck, label: msg`Read`, tone: 'seen' },
  played: { icon: Play, label: msg`Played`, tone: 'seen' },
  failed: { icon: CircleAlert, label: msg`Failed`, tone: 'bad' },
  unconfirmed: unsure,
  cancelled: { icon: Ban, label: msg`Cancelled`, tone: 'bad' },
} as const satisfies Record<MessageState, Tick | null>;

/** How far a message of ours has come. */
export function Ticks({ state }: { readonly state: MessageState }) {
  const { i18n } = useLingui();
  const tick: Tick | null = ticks[state];
  if (tick === null) return null;
  const label = i18n._(tick.label);
  return (
    <span
      className={styles.root}
      data-tone={tick.tone}
      data-state={state}
      role="img"
      aria-label={label}
      title={label}
    >
      <tick.icon size={15} strokeWidth={2.2} aria-hidden />
    </span>
  );
}
