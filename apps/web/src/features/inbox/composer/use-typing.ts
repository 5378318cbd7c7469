import { useRef } from 'react';
import { client } from '../../../lib/client.ts';

/** The customer's phone shows the indicator for 25 seconds. Source: Meta, typing indicators. */
const everyMs = 20_000;

/** Lets the customer see that somebody is typing. Missing it once is nobody's loss, so failures are let go. */
export function useTyping(conversationId: string): () => void {
  const lastAt = useRef(0);
  return () => {
    if (Date.now() - lastAt.current < everyMs) return;
    lastAt.current = Date.now();
    client.call('showTyping', { params: { conversationId } }).catch(() => undefined);
  };
}
