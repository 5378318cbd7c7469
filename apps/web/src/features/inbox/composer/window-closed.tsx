import { Trans } from '@lingui/react/macro';
import { LockKeyhole } from 'lucide-react';
import { formatDateTime } from '../../../lib/format-time.ts';
import { useLanguage } from '../../../lib/i18n.ts';
import type { WindowState } from '../data/describe-window.ts';
import type { ComposerProps } from './open-composer.tsx';
import { TemplateButton } from './template-button.tsx';
import styles from './window.module.css';

interface WindowClosedProps extends ComposerProps {
  readonly window: Exclude<WindowState, { kind: 'open' }>;
}

/** Why nothing can be typed, since when, and what can be sent instead. */
export function WindowClosed({ window, ...props }: WindowClosedProps) {
  const { conversation } = props;
  const language = useLanguage();
  const { name } = conversation.contact;
  return (
    <section className={styles.closed}>
      <LockKeyhole className={styles.closedIcon} size={20} aria-hidden />
      <div className={styles.closedText}>
        {window.kind === 'never' ? (
          <>
            <h3>
              <Trans>{name} has not written to this number yet</Trans>
            </h3>
            <p>
              <Trans>
                WhatsApp lets a business begin a conversation with an approved template only. Once the
                customer answers, anything can be sent for 24 hours.
              </Trans>
            </p>
          </>
        ) : (
          <>
            <h3>
              <Trans>The customer service window closed on {formatDateTime(window.closedAt, language)}</Trans>
            </h3>
            <p>
              <Trans>
                The last message of {name} came on {formatDateTime(window.openedAt, language)}; WhatsApp takes
                free messages for 24 hours after it. Send an approved template, or wait until the customer
                writes again.
              </Trans>
            </p>
          </>
        )}
      </div>
      <TemplateButton {...props} size="sm" variant="filled" />
    </section>
  );
}
