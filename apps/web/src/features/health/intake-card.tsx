import { Trans, useLingui } from '@lingui/react/macro';
import type { Health } from '@renkei/contract';
import { formatDuration } from '../../lib/format-size.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { Card } from '../../ui/card.tsx';
import { formatCount } from './format-count.ts';
import styles from './health.module.css';
import { useWhen } from './use-when.ts';

/** What came in from WhatsApp and is not in the inbox yet. */
export function IntakeCard({ intake }: { readonly intake: Health['intake'] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const when = useWhen();
  const { oldestAt, lagMs, pending } = intake;
  return (
    <Card title={<Trans>Coming in</Trans>}>
      {oldestAt === null ? (
        <p className={styles.calm}>
          <Trans>Everything that WhatsApp has told is worked off.</Trans>
        </p>
      ) : (
        <dl className={styles.facts}>
          <div>
            <dt>
              <Trans>Not processed yet</Trans>
            </dt>
            <dd>{formatCount(pending, language)}</dd>
          </div>
          <div>
            <dt>
              <Trans>The oldest has waited</Trans>
            </dt>
            <dd>
              {formatDuration(lagMs)} <span className={styles.note}>{t`since ${when(oldestAt)}`}</span>
            </dd>
          </div>
        </dl>
      )}
    </Card>
  );
}
