import { Trans } from '@lingui/react/macro';
import { PhoneCall, PhoneOff } from 'lucide-react';
import { formatDateTime } from '../../../../lib/format-time.ts';
import { useLanguage } from '../../../../lib/i18n.ts';
import styles from '../content.module.css';
import type { ContentViewProps } from '../view-props.ts';

export function CallPermissionReplyContent({ content }: ContentViewProps<'call_permission_reply'>) {
  const language = useLanguage();
  const { accepted, permanent, expiresAt, automatic } = content;
  const Icon = accepted ? PhoneCall : PhoneOff;
  return (
    <div className={styles.event} data-tone={accepted ? 'good' : 'bad'}>
      <Icon size={20} aria-hidden />
      <div>
        <p className={styles.plain}>
          {accepted ? <Trans>We may call</Trans> : <Trans>We may not call</Trans>}
        </p>
        {accepted ? (
          <p className={styles.quiet}>
            {permanent ? <Trans>Until it is taken back</Trans> : null}
            {!permanent && expiresAt !== null ? (
              <Trans>Until {formatDateTime(expiresAt, language)}</Trans>
            ) : null}
          </p>
        ) : null}
        {automatic ? (
          <p className={styles.quiet}>
            <Trans>Given by WhatsApp because the customer called</Trans>
          </p>
        ) : null}
      </div>
    </div>
  );
}
