import { vi } from 'vitest';
import { createPhoneApi } from '../api/phone-api.ts';
import type { ChatContextValue } from '../chat/chat-context.ts';
import type { Draft, ShownMessage } from '../session/outbox.ts';
import type { ShownChat } from '../session/show-phone.ts';

/** A received message with nothing special about it. */
export function createMessage(
  type: string,
  content: unknown,
  more: Partial<ShownMessage> = {},
): ShownMessage {
  return {
    id: 'wamid.1',
    key: 'wamid.1',
    direction: 'received',
    type,
    timestamp: 0,
    status: 'delivered',
    contextId: undefined,
    reactions: [],
    errors: [],
    voicePlayed: false,
    forwarded: undefined,
    referral: undefined,
    referredProduct: undefined,
    editedAt: undefined,
    revoked: false,
    payment: undefined,
    byApi: false,
    author: undefined,
    content,
    ...more,
  };
}

/** An open chat whose deeds are recorded. `answers` is what the simulator says, by the end of the path. */
export function createChatContext(
  messages: readonly ShownMessage[] = [],
  answers: Readonly<Record<string, unknown>> = {},
) {
  const chat: ShownChat = {
    phoneNumberId: '1',
    businessName: 'Riverside Studio',
    displayPhoneNumber: '+1 202-555-0143',
    unreadCount: 0,
    typing: false,
    blocked: false,
    marketingStopped: false,
    isGroup: false,
    pinnedIds: [],
    canCall: false,
    saved: false,
    call: undefined,
    profile: { websites: [], prompts: [], commands: [] },
    messages,
  };
  const answer = async (input: Parameters<typeof fetch>[0]) => {
    const address = input instanceof Request ? input.url : input;
    const { pathname } = new URL(address, 'http://phone.test');
    const body = Object.entries(answers).find(([end]) => pathname.endsWith(end))?.[1];
    return body === undefined ? new Response('{}', { status: 404 }) : Response.json(body);
  };
  const nothing = () => undefined;
  const send = vi.fn<(draft: Draft) => void>();
  const act = vi.fn<ChatContextValue['act']>();
  const sendSilently = vi.fn<ChatContextValue['sendSilently']>();
  const context: ChatContextValue = {
    chat,
    chats: [chat],
    waId: '819012345678',
    api: createPhoneApi(answer),
    now: () => 0,
    send,
    sendTo: nothing,
    sendSilently,
    act,
    react: nothing,
    markPlayed: nothing,
    resend: nothing,
    discard: nothing,
    startReply: nothing,
    openLocationForm: nothing,
  };
  return { context, send, act, sendSilently };
}
