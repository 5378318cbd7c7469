import { queryOptions } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export const sendingSettingsQuery = queryOptions({
  queryKey: queryKeys.sendingSettings,
  queryFn: ({ signal }) => client.call('getSendingSettings', { signal }),
});
