import { Trans } from '@lingui/react/macro';
import type { Problem } from '@renkei/contract';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocalized } from '../lib/i18n.ts';
import styles from './problem-card.module.css';

interface ProblemCardProps {
  readonly problem: Problem;
  /** What can be done about it, as buttons. */
  readonly children?: ReactNode;
}

/** A refusal or failure: what, why, whose rule, and what to do. */
export function ProblemCard({ problem, children }: ProblemCardProps) {
  const localized = useLocalized();
  const title = localized(problem.title);
  const detail = localized(problem.detail);
  return (
    <div className={styles.root} role="alert">
      <TriangleAlert className={styles.icon} size={18} aria-hidden />
      <div className={styles.body}>
        <strong>{title}</strong>
        {detail === title ? null : <p>{detail}</p>}
        <p>{localized(problem.remedy)}</p>
        {problem.source === null ? null : (
          <p className={styles.source}>
            <Trans>
              Rule: <Source source={problem.source} />
            </Trans>
            {problem.providerCode === null ? null : (
              <>
                {' · '}
                <a href={`/docs/errors/meta/${problem.providerCode}`} target="_blank" rel="noreferrer">
                  {problem.providerCode}
                </a>
              </>
            )}
          </p>
        )}
        {children === undefined ? null : <div className={styles.actions}>{children}</div>}
      </div>
    </div>
  );
}

/** A page is shown by whose it is. */
function Source({ source }: { readonly source: string }) {
  if (!source.startsWith('https://')) return source;
  return (
    <a href={source} target="_blank" rel="noreferrer">
      {new URL(source).hostname}
    </a>
  );
}
