import { createContext, useContext } from 'react';

/** The channel whose catalog and Flows the content speaks of. Null where nobody knows: ids are shown then. */
const ChannelContext = createContext<string | null>(null);

export const ChannelProvider = ChannelContext.Provider;

export function useChannelId(): string | null {
  return useContext(ChannelContext);
}
