import { Trans } from '@lingui/react/macro';
import type { Message } from '@renkei/contract';
import { hueOf } from '../../../../ui/avatar.tsx';
import styles from './message-row.module.css';

interface ParticipantNameProps {
  readonly participant: NonNullable<Message['participant']>;
}

/** Who wrote it in a group, always in the same colour. */
export function ParticipantName({ participant: { name, phoneNumber } }: ParticipantNameProps) {
  return (
    <p className={styles.participant} data-hue={hueOf(phoneNumber ?? name ?? '')}>
      {name ?? phoneNumber ?? <Trans>Unknown member</Trans>}
      {name === null || phoneNumber === null ? null : <span>{phoneNumber}</span>}
    </p>
  );
}
