import type { RenkeiEvent } from '@renkei/contract';
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { applyInboxEvents } from '../features/inbox/data/apply-inbox-events.ts';
import { queryKeys } from '../lib/query-keys.ts';
import { startRealtime } from '../lib/realtime.ts';

/** Keeps what is on the screen true: each event names what has changed, and that is fetched again. */
export function useRealtime(): void {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      startRealtime({
        onEvents: (events) => {
          void applyInboxEvents(queryClient, events);
          for (const queryKey of staleKeys(events)) void queryClient.invalidateQueries({ queryKey });
        },
        onStart: (openedAt) => refetchOlderThan(queryClient, openedAt),
      }),
    [queryClient],
  );
}

type KeysOf = { readonly [Type in RenkeiEvent['type']]: readonly (readonly string[])[] };

/** What an event makes stale besides conversations, messages and contacts, which the inbox looks after. */
const staleByEvent = {
  'message.created': [],
  'message.updated': [],
  'conversation.updated': [],
  'contact.updated': [],
  'media.updated': [],
  'channel.updated': [queryKeys.channels, queryKeys.health],
  'template.updated': [queryKeys.allTemplates],
  'member.updated': [queryKeys.members, queryKeys.invitations, queryKeys.session],
  'accountEvent.created': [queryKeys.accountEvents, queryKeys.quarantine],
} as const satisfies KeysOf;

function staleKeys(events: readonly RenkeiEvent[]): Iterable<readonly string[]> {
  return new Set(events.flatMap((event): readonly (readonly string[])[] => staleByEvent[event.type]));
}

/** A stream without a past says nothing about the moments between the first fetch and its beginning. */
function refetchOlderThan(queryClient: QueryClient, openedAt: number): void {
  void queryClient.invalidateQueries({
    predicate: (query) => query.state.dataUpdatedAt > 0 && query.state.dataUpdatedAt < openedAt,
  });
}
