import { formatDay } from '../../../lib/format-time.ts';
import { useLanguage } from '../../../lib/i18n.ts';
import { useNow } from '../../../lib/use-now.ts';
import styles from './day-separator.module.css';

export function DaySeparator({ instant }: { readonly instant: string }) {
  const language = useLanguage();
  const now = useNow(60_000);
  return (
    <div className={styles.root}>
      <time dateTime={instant}>{formatDay(instant, now, language)}</time>
    </div>
  );
}
