import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type InboxFilter, inboxFilters } from '../inbox-search.ts';
import styles from './filter-tabs.module.css';

const filterLabels = {
  all: msg`All`,
  unread: msg`Unread`,
  mine: msg`Mine`,
  unassigned: msg`Unassigned`,
  closed: msg`Closed`,
} as const satisfies Record<InboxFilter, unknown>;

export function FilterTabs() {
  const { t, i18n } = useLingui();
  return (
    <nav className={styles.root} aria-label={t`Filter`}>
      {inboxFilters.map((candidate) => (
        <Link
          key={candidate}
          to="."
          search={(previous) => ({ ...previous, filter: candidate === 'all' ? undefined : candidate })}
          className={styles.tab}
          activeOptions={{ includeSearch: true, explicitUndefined: true }}
        >
          {i18n._(filterLabels[candidate])}
        </Link>
      ))}
    </nav>
  );
}
