import type { SendableContent } from '@renkei/contract';
import { useQuery } from '@tanstack/react-query';
import { providerNames } from '../../../lib/provider-names.ts';
import { channelsQuery } from '../../../lib/queries.ts';

/** What can be sent through a number, as its provider says. Before that is known: everything. */
export interface Offers {
  /** As the provider calls itself; empty: not known yet. */
  readonly provider: string;
  readonly onBusinessApp: boolean;
  readonly sends: (kind: SendableContent['kind']) => boolean;
  /** Whether a reply can quote what it answers. */
  readonly quotes: boolean;
}

const everything: Offers = { provider: '', onBusinessApp: false, sends: () => true, quotes: true };

/** Null: nobody knows through which number. */
export function useOffers(channelId: string | null): Offers {
  const { data } = useQuery({ ...channelsQuery, enabled: channelId !== null });
  const channel = data?.items.find(({ id }) => id === channelId);
  if (channel === undefined) return everything;
  const { provider, onBusinessApp, capabilities } = channel;
  return {
    provider: providerNames[provider],
    onBusinessApp,
    sends: (kind) => capabilities.kinds.includes(kind),
    quotes: capabilities.quotes,
  };
}
