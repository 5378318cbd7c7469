import { Trans } from '@lingui/react/macro';
import type { GateFinding, GateVerdict } from '@renkei/contract';
import { CircleX, Clock3, Info, type LucideIcon } from 'lucide-react';
import { formatDateTime } from '../../../lib/format-time.ts';
import { useLanguage, useLocalized } from '../../../lib/i18n.ts';
import styles from './verdict-card.module.css';

const icons: Readonly<Record<GateFinding['decision'], LucideIcon>> = {
  refuse: CircleX,
  hold: Clock3,
  warn: Info,
};

/** Whether the message would go, wait or be refused, and every rule that has something to say about it. */
export function VerdictCard({ verdict }: { readonly verdict: GateVerdict }) {
  const language = useLanguage();
  if (verdict.findings.length === 0) return null;
  const { decision, until } = verdict;
  return (
    <section
      className={styles.root}
      data-decision={decision}
      role={decision === 'refuse' ? 'alert' : 'status'}
    >
      <strong className={styles.title}>
        {decision === 'refuse' ? <Trans>This cannot be sent</Trans> : null}
        {decision === 'hold' && until !== null ? (
          <Trans>This will wait until {formatDateTime(until, language)}</Trans>
        ) : null}
        {decision === 'hold' && until === null ? <Trans>This will wait</Trans> : null}
        {decision === 'allow' ? <Trans>Before you send</Trans> : null}
      </strong>
      <ul className={styles.findings}>
        {verdict.findings.map((finding) => (
          <Finding key={finding.rule} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

/** What the rule says, what can be done instead, whose rule it is and from when. */
function Finding({ finding: { rule, version, decision, problem } }: { readonly finding: GateFinding }) {
  const localized = useLocalized();
  const Icon = icons[decision];
  const title = localized(problem.title);
  const detail = localized(problem.detail);
  return (
    <li className={styles.finding} data-decision={decision}>
      <Icon className={styles.icon} size={16} aria-hidden />
      <div>
        <p className={styles.what}>{title}</p>
        {detail === title ? null : <p>{detail}</p>}
        <p>{localized(problem.remedy)}</p>
        <p className={styles.source}>
          {problem.source === null ? null : (
            <>
              <Trans>Rule: {problem.source}</Trans>
              {' · '}
            </>
          )}
          <a href={`/docs/errors/${problem.code}`} target="_blank" rel="noreferrer">
            {rule}
          </a>{' '}
          ({version})
        </p>
      </div>
    </li>
  );
}
