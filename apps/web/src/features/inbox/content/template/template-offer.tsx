import { Trans } from '@lingui/react/macro';
import { Timer } from 'lucide-react';
import { formatDateTime } from '../../../../lib/format-time.ts';
import { useLanguage } from '../../../../lib/i18n.ts';
import styles from './template.module.css';

interface TemplateOfferProps {
  readonly words: string | undefined;
  readonly endsAt: string | undefined;
}

/** A limited-time offer: its words, and until when it holds. */
export function TemplateOffer({ words, endsAt }: TemplateOfferProps) {
  const language = useLanguage();
  if (words === undefined && endsAt === undefined) return null;
  return (
    <div className={styles.offer}>
      <Timer size={18} aria-hidden />
      <div>
        {words === undefined ? null : <p className={styles.words}>{words}</p>}
        {endsAt === undefined ? null : (
          <p className={styles.ends}>
            <Trans>Ends {formatDateTime(endsAt, language)}</Trans>
          </p>
        )}
      </div>
    </div>
  );
}
