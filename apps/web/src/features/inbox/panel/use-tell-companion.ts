import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { conversationQuery } from '../data/queries.ts';

/**
 * The companion contract. Any page named by COMPANION_URL, such as a CRM's panel, gets this as a `message` event: once
 * when it has loaded, and again whenever another conversation is opened. Numbers begin with + and their country code and
 * may hold spaces and hyphens; they are null without an open conversation, and while WhatsApp hides the contact's number.
 */
interface CompanionMessage {
  readonly type: 'renkei.conversation';
  readonly conversationId: string | null;
  readonly phoneNumber: string | null;
  readonly channelPhoneNumber: string | null;
}

/**
 * Tells the page in the frame which conversation is open, and only if that page is still of the named origin. Gives what
 * to call whenever the frame has loaded.
 */
export function useTellCompanion(frame: RefObject<HTMLIFrameElement | null>, url: string): () => void {
  const { conversationId = null } = useParams({ strict: false });
  const conversation = useQuery({
    ...conversationQuery(conversationId ?? ''),
    enabled: conversationId !== null,
  }).data;
  const phoneNumber = conversation?.contact.phoneNumber ?? null;
  const channelPhoneNumber = conversation?.channel.displayPhoneNumber ?? null;
  const isKnown = conversationId === null || conversation !== undefined;
  const tell = useCallback(() => {
    if (!isKnown) return;
    const message: CompanionMessage = {
      type: 'renkei.conversation',
      conversationId,
      phoneNumber,
      channelPhoneNumber,
    };
    frame.current?.contentWindow?.postMessage(message, new URL(url, location.href).origin);
  }, [frame, url, isKnown, conversationId, phoneNumber, channelPhoneNumber]);
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    if (loads > 0) tell();
  }, [tell, loads]);
  return useCallback(() => setLoads((count) => count + 1), []);
}
