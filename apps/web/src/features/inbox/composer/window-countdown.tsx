import { Trans, useLingui } from '@lingui/react/macro';
import { Hourglass } from 'lucide-react';
import { formatDateTime } from '../../../lib/format-time.ts';
import { useLanguage } from '../../../lib/i18n.ts';
import { countdownParts, type WindowState } from '../data/describe-window.ts';
import type { ComposerProps } from './open-composer.tsx';
import { TemplateButton } from './template-button.tsx';
import styles from './window.module.css';

interface WindowCountdownProps extends ComposerProps {
  readonly window: Extract<WindowState, { kind: 'open' }>;
}

const hourMs = 3_600_000;

/** How long anything may still be sent, and through which number it goes. */
export function WindowCountdown({ window, ...props }: WindowCountdownProps) {
  const { conversation } = props;
  const { t } = useLingui();
  const language = useLanguage();
  const { hours, minutes, seconds } = countdownParts(window.remainingMs);
  const isShort = window.remainingMs < hourMs;
  return (
    <div className={styles.countdown}>
      <span
        className={styles.remaining}
        data-short={isShort}
        role="timer"
        title={t`The customer service window closes at ${formatDateTime(window.closesAt, language)}. After that only templates can be sent.`}
      >
        <Hourglass size={13} aria-hidden />
        {isShort ? (
          <Trans>
            Window closes in {minutes} min {seconds} s
          </Trans>
        ) : (
          <Trans>
            Window open for {hours} h {minutes} min
          </Trans>
        )}
      </span>
      <span className={styles.through}>
        <Trans>from {conversation.channel.displayPhoneNumber}</Trans>
      </span>
      <TemplateButton {...props} size="compact-xs" variant="subtle" />
    </div>
  );
}
