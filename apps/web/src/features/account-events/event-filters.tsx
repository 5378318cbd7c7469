import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { channelsQuery } from '../../lib/queries.ts';
import styles from './account-events.module.css';
import { type AccountEventsSearch, type SeverityFilter, severityFilters } from './account-events-search.ts';
import { EventSearch } from './event-search.tsx';
import { fieldNames } from './field-names.ts';

const route = getRouteApi('/member/settings/account-events');

const severityLabels = {
  all: msg`All`,
  warning: msg`Needs a look`,
  critical: msg`Critical`,
} as const satisfies Record<SeverityFilter, unknown>;

/** What is shown is part of the page's address, so that it can be sent to a colleague. */
export function EventFilters() {
  const { t, i18n } = useLingui();
  const { severity = 'all', field, channelId, search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const channels = useQuery(channelsQuery).data?.items ?? [];
  const change = (part: AccountEventsSearch) =>
    void navigate({ to: '.', search: (previous) => ({ ...previous, ...part }), replace: true });
  return (
    <search className={styles.filters}>
      <SegmentedControl
        size="xs"
        aria-label={t`Severity`}
        value={severity}
        data={severityFilters.map((value) => ({ value, label: i18n._(severityLabels[value]) }))}
        onChange={(value) => change({ severity: value === 'all' ? undefined : value })}
      />
      <Select
        size="xs"
        className={styles.filter}
        aria-label={t`Subject`}
        placeholder={t`Every subject`}
        data={Object.entries(fieldNames).map(([value, name]) => ({ value, label: i18n._(name) }))}
        value={field ?? null}
        onChange={(value) => change({ field: value ?? undefined })}
        clearable
        searchable
        nothingFoundMessage={t`Nothing found`}
      />
      {channels.length < 2 ? null : (
        <Select
          size="xs"
          className={styles.filter}
          aria-label={t`Channel`}
          placeholder={t`Every channel`}
          data={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
          value={channelId ?? null}
          onChange={(value) => change({ channelId: value ?? undefined })}
          clearable
        />
      )}
      <EventSearch value={search} onChange={(text) => change({ search: text === '' ? undefined : text })} />
    </search>
  );
}
