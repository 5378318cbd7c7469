import { useDebouncedValue } from '@mantine/hooks';
import type { GateVerdict, SendableContent } from '@renkei/contract';
import { skipToken, useQuery } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** So long nobody types any more. */
const calmMs = 500;

interface GateCheckInput {
  readonly conversationId: string;
  /** Null while there is nothing to ask about. */
  readonly content: SendableContent | null;
  readonly replyToMessageId: string | undefined;
}

/**
 * What the gate would say about the message, asked as soon as the typing rests. Null until it has answered, and when it
 * cannot be asked: then the answer comes with the sending.
 */
export function useGateCheck({
  conversationId,
  content,
  replyToMessageId,
}: GateCheckInput): GateVerdict | null {
  // Compared as text: content is made anew with every render.
  const asked = content === null ? null : JSON.stringify(content);
  const [calm] = useDebouncedValue(asked, calmMs);
  const isCalm = content !== null && calm === asked;
  const { data } = useQuery({
    queryKey: queryKeys.gateCheck(conversationId, asked, replyToMessageId),
    queryFn: isCalm
      ? ({ signal }) =>
          client.call('checkMessage', {
            params: { conversationId },
            body: { content, ...(replyToMessageId === undefined ? {} : { replyToMessageId }) },
            signal,
          })
      : skipToken,
    retry: false,
    gcTime: 0,
    // The window, the channel and the template may change while the form is open.
    staleTime: 10_000,
  });
  return isCalm ? (data ?? null) : null;
}
