import { routes as contract, type Message } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { bind, type Platform, type RouteBinding, type Worker } from '#platform/module';
import { type DispatcherSettings, defaultSettings } from '../dispatcher/context.ts';
import { createDispatcher } from '../dispatcher/dispatcher.ts';
import { createDispatchMetrics } from '../dispatcher/metrics.ts';
import { sendStore } from '../send-store.ts';
import { checkMessage } from './check-message.ts';
import { markConversationRead } from './mark-conversation-read.ts';
import type { OutboundContext, OutboundNeeds, SendRequest } from './needs.ts';
import { createReadReceipts, type ReadReceipts } from './read-receipts.ts';
import { resendMessage } from './resend-message.ts';
import { sendMessage } from './send-message.ts';
import { sendToNumber } from './send-to-number.ts';
import { showTyping } from './show-typing.ts';

/** The sending half of the messages module. */
export interface Outbound {
  readonly routes: readonly RouteBinding[];
  readonly workers: readonly Worker[];
  /** The one function that sends; gives the message's id. */
  send(workspaceId: string, request: SendRequest): Promise<string>;
}

export function createOutbound(
  platform: Platform,
  needs: OutboundNeeds,
  settings: Partial<DispatcherSettings> = {},
): Outbound {
  const context: OutboundContext = { ...needs, platform, store: sendStore };
  const receipts = createReadReceipts(context);
  const dispatcher = createDispatcher({
    ...context,
    settings: { ...defaultSettings, ...settings },
    metrics: createDispatchMetrics(platform.metrics),
    log: platform.log,
  });
  return {
    routes: createRoutes(context, receipts),
    workers: [dispatcher, receipts.worker],
    send: (workspaceId, request) => sendMessage(context, workspaceId, request),
  };
}

function createRoutes(context: OutboundContext, receipts: ReadReceipts): readonly RouteBinding[] {
  const view = (workspaceId: string, messageId: string) =>
    context.platform.database.inTenant(workspaceId, (tx) => viewOne(context, tx, messageId));
  return [
    bind(contract.sendMessage, async ({ workspaceId, memberId }, { params, body, headers }) => {
      const { conversationId } = params;
      const idempotencyKey = headers['idempotency-key'];
      const request = {
        ...body,
        conversationId,
        idempotencyKey,
        senderMemberId: memberId,
        origin: 'inbox' as const,
      };
      return view(workspaceId, await sendMessage(context, workspaceId, request));
    }),
    bind(contract.sendToNumber, async ({ workspaceId, memberId }, { body, headers }) => {
      const request = {
        ...body,
        idempotencyKey: headers['idempotency-key'],
        senderMemberId: memberId,
        origin: 'inbox' as const,
      };
      return view(workspaceId, await sendToNumber(context, workspaceId, request));
    }),
    bind(contract.checkMessage, ({ workspaceId }, { params, body }) =>
      checkMessage(context, workspaceId, { ...body, conversationId: params.conversationId }),
    ),
    bind(contract.resendMessage, async (principal, { params }) =>
      view(principal.workspaceId, await resendMessage(context, principal, params.messageId)),
    ),
    bind(contract.markConversationRead, async ({ workspaceId }, { params }) => {
      await markConversationRead(context, receipts, workspaceId, params.conversationId);
      return {};
    }),
    bind(contract.showTyping, async ({ workspaceId }, { params }) => {
      await showTyping(context, receipts, workspaceId, params.conversationId);
      return {};
    }),
  ];
}

async function viewOne(context: OutboundContext, tx: TenantTransaction, messageId: string): Promise<Message> {
  const [message] = await context.viewMessages(tx, [messageId]);
  if (!message) throw new RenkeiError('not_found');
  return message;
}
