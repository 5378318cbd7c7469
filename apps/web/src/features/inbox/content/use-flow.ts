import type { WhatsAppFlow } from '@renkei/contract';
import { skipToken, useQuery } from '@tanstack/react-query';
import { flowsQuery } from '../data/queries.ts';
import { useChannelId } from './channel-context.ts';

/** The Flow of this id, where the account tells its Flows. */
export function useFlow(flowId: string | null): WhatsAppFlow | undefined {
  const channelId = useChannelId();
  const query = flowsQuery(channelId ?? '');
  const isAsked = channelId !== null && flowId !== null;
  const { data } = useQuery({ ...query, queryFn: isAsked ? query.queryFn : skipToken });
  return data?.items.find(({ id }) => id === flowId);
}
