import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ContentOf } from '@renkei/contract';
import {
  type LucideIcon,
  PhoneCall,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  PhoneOutgoing,
} from 'lucide-react';
import { formatDuration } from '../../../../lib/format-size.ts';
import styles from '../content.module.css';
import type { ContentViewProps } from '../view-props.ts';

type Call = ContentOf<'call'>;

interface Outcome {
  readonly icon: Readonly<Record<Call['calledBy'], LucideIcon>>;
  readonly label: Readonly<Record<Call['calledBy'], MessageDescriptor>>;
  readonly tone: 'calm' | 'good' | 'bad';
}

const both = (value: LucideIcon) => ({ contact: value, business: value });

const outcomes = {
  ringing: {
    icon: both(PhoneCall),
    label: { contact: msg`Ringing…`, business: msg`Ringing…` },
    tone: 'calm',
  },
  answered: {
    icon: { contact: PhoneIncoming, business: PhoneOutgoing },
    label: { contact: msg`Voice call`, business: msg`Voice call` },
    tone: 'good',
  },
  missed: {
    icon: both(PhoneMissed),
    label: { contact: msg`Missed call`, business: msg`Call not answered` },
    tone: 'bad',
  },
  rejected: {
    icon: both(PhoneOff),
    label: { contact: msg`Call that we declined`, business: msg`Call that the customer declined` },
    tone: 'bad',
  },
  failed: {
    icon: both(PhoneOff),
    label: { contact: msg`Call that failed`, business: msg`Call that failed` },
    tone: 'bad',
  },
} as const satisfies Record<Call['outcome'], Outcome>;

export function CallContent({ content }: ContentViewProps<'call'>) {
  const { i18n } = useLingui();
  const { calledBy, durationMs } = content;
  const { icon, label, tone } = outcomes[content.outcome];
  const Icon = icon[calledBy];
  return (
    <div className={styles.event} data-tone={tone}>
      <Icon size={20} aria-hidden />
      <div>
        <p className={styles.plain}>{i18n._(label[calledBy])}</p>
        <p className={styles.quiet}>
          {calledBy === 'contact' ? <Trans>The customer called</Trans> : <Trans>We called</Trans>}
          {durationMs === null ? null : ` · ${formatDuration(durationMs)}`}
        </p>
      </div>
    </div>
  );
}
