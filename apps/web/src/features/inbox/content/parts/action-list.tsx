import { useLingui } from '@lingui/react/macro';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { safeHref } from '../../rich-text/parse-links.ts';
import styles from './parts.module.css';

export interface Action {
  readonly icon: LucideIcon;
  readonly label: string;
  /** What it opens, so that we can see what the customer sees. */
  readonly href?: string | undefined;
  /** What lies behind it: a code, a number. */
  readonly detail?: ReactNode;
}

/** The buttons under a message. They are the customer's to tap: here they only show, but for links. */
export function ActionList({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useLingui();
  if (actions.length === 0) return null;
  return (
    <ul className={styles.actions} aria-label={t`Buttons`}>
      {actions.map((action, index) => (
        <li key={index}>
          <ActionLabel {...action} />
          {action.detail === undefined ? null : <span className={styles.detail}>{action.detail}</span>}
        </li>
      ))}
    </ul>
  );
}

function ActionLabel({ icon: Icon, label, href }: Action) {
  const target = href === undefined ? undefined : safeHref(href);
  const content = (
    <>
      <Icon size={15} aria-hidden />
      <span>{label}</span>
    </>
  );
  if (target === undefined) return <span className={styles.action}>{content}</span>;
  return (
    <a
      className={styles.action}
      href={target}
      title={target}
      target="_blank"
      rel="noopener noreferrer nofollow"
    >
      {content}
    </a>
  );
}
