import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ContentOf } from '@renkei/contract';
import {
  CircleCheck,
  CircleX,
  Clock3,
  type LucideIcon,
  PackageCheck,
  PackageOpen,
  Truck,
} from 'lucide-react';
import { Framed } from '../parts/framed.tsx';
import type { ContentViewProps } from '../view-props.ts';
import styles from './commerce.module.css';

interface StatusInfo {
  readonly icon: LucideIcon;
  readonly label: MessageDescriptor;
  readonly tone: 'calm' | 'good' | 'bad';
}

const statuses = {
  pending: { icon: Clock3, label: msg`Pending`, tone: 'calm' },
  processing: { icon: PackageOpen, label: msg`Being prepared`, tone: 'calm' },
  partially_shipped: { icon: Truck, label: msg`Partly shipped`, tone: 'calm' },
  shipped: { icon: PackageCheck, label: msg`Shipped`, tone: 'good' },
  completed: { icon: CircleCheck, label: msg`Completed`, tone: 'good' },
  canceled: { icon: CircleX, label: msg`Cancelled`, tone: 'bad' },
} as const satisfies Record<ContentOf<'order_status'>['status'], StatusInfo>;

export function OrderStatusContent({ content, files }: ContentViewProps<'order_status'>) {
  const { i18n } = useLingui();
  const { icon: Icon, label, tone } = statuses[content.status];
  return (
    <Framed body={content.body} footer={content.footer} files={files}>
      <div className={styles.status} data-tone={tone}>
        <Icon size={20} aria-hidden />
        <div>
          <p className={styles.statusName}>{i18n._(label)}</p>
          <p className={styles.note}>
            <Trans>Order {content.referenceId}</Trans>
            {content.description === undefined ? null : ` · ${content.description}`}
          </p>
        </div>
      </div>
    </Framed>
  );
}
