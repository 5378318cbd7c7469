import { routes as contract, type Message } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { bind, type RouteBinding } from '#platform/module';
import { cancelBatch } from './batches/cancel-batch.ts';
import { createBatch } from './batches/create-batch.ts';
import { viewBatch, viewBatches } from './batches/view-batches.ts';
import { cancelMessage } from './cancel-message.ts';
import { checkMessage, checkSend } from './check-message.ts';
import { markConversationRead } from './mark-conversation-read.ts';
import type { OutboundContext } from './needs.ts';
import { getNumberSettings, updateNumberSettings } from './number-settings.ts';
import { readIdempotencyKey } from './read-idempotency-key.ts';
import type { ReadReceipts } from './read-receipts.ts';
import { resendMessage } from './resend-message.ts';
import { sendMessage } from './send-message.ts';
import { sendToNumber } from './send-to-number.ts';
import { showTyping } from './show-typing.ts';
import { readWhen } from './when-to-send.ts';

export function createRoutes(context: OutboundContext, receipts: ReadReceipts): readonly RouteBinding[] {
  return [
    ...createMessageRoutes(context),
    ...createBatchRoutes(context),
    bind(contract.getNumberSettings, ({ workspaceId }, { params }) =>
      getNumberSettings(context, workspaceId, params.channelId),
    ),
    bind(contract.updateNumberSettings, (principal, { params, body }) =>
      updateNumberSettings(context, principal, params.channelId, body),
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

function createMessageRoutes(context: OutboundContext): readonly RouteBinding[] {
  const view = (workspaceId: string, messageId: string) =>
    context.platform.database.inTenant(workspaceId, (tx) => viewOne(context, tx, messageId));
  return [
    bind(contract.sendMessage, async ({ workspaceId, memberId }, { params, body, headers }) => {
      const request = {
        content: body.content,
        replyToMessageId: body.replyToMessageId,
        ...readWhen(body),
        conversationId: params.conversationId,
        idempotencyKey: readIdempotencyKey(headers),
        senderMemberId: memberId,
        origin: 'inbox' as const,
      };
      return view(workspaceId, await sendMessage(context, workspaceId, request));
    }),
    bind(contract.sendToNumber, async ({ workspaceId, memberId }, { body, headers }) => {
      const request = {
        content: body.content,
        replyToMessageId: body.replyToMessageId,
        ...readWhen(body),
        channelId: body.channelId,
        to: body.to,
        idempotencyKey: readIdempotencyKey(headers),
        senderMemberId: memberId,
        origin: 'inbox' as const,
      };
      return view(workspaceId, await sendToNumber(context, workspaceId, request));
    }),
    bind(contract.checkMessage, ({ workspaceId }, { params, body }) =>
      checkMessage(context, workspaceId, {
        content: body.content,
        replyToMessageId: body.replyToMessageId,
        ...readWhen(body),
        conversationId: params.conversationId,
        origin: 'inbox',
      }),
    ),
    bind(contract.checkSend, ({ workspaceId }, { body }) =>
      checkSend(context, workspaceId, {
        content: body.content,
        replyToMessageId: body.replyToMessageId,
        ...readWhen(body),
        channelId: body.channelId,
        to: body.to,
        senderMemberId: null,
        origin: 'inbox',
      }),
    ),
    bind(contract.cancelMessage, async (principal, { params }) =>
      view(principal.workspaceId, await cancelMessage(context, principal, params.messageId)),
    ),
    bind(contract.resendMessage, async (principal, { params }) =>
      view(principal.workspaceId, await resendMessage(context, principal, params.messageId)),
    ),
  ];
}

function createBatchRoutes(context: OutboundContext): readonly RouteBinding[] {
  const { database } = context.platform;
  return [
    bind(contract.createMessageBatch, (principal, { query, headers, lines }) =>
      createBatch(context, principal, { ...query, idempotencyKey: readIdempotencyKey(headers) }, lines()),
    ),
    bind(contract.listMessageBatches, ({ workspaceId }, { query }) =>
      database.inTenant(workspaceId, (tx) => viewBatches(tx, query)),
    ),
    bind(contract.getMessageBatch, ({ workspaceId }, { params }) =>
      database.inTenant(workspaceId, (tx) => viewBatch(tx, params.batchId)),
    ),
    bind(contract.cancelMessageBatch, (principal, { params }) =>
      cancelBatch(context, principal, params.batchId),
    ),
  ];
}

async function viewOne(context: OutboundContext, tx: TenantTransaction, messageId: string): Promise<Message> {
  const [message] = await context.viewMessages(tx, [messageId]);
  if (!message) throw new RenkeiError('not_found');
  return message;
}
