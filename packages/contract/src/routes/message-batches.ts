import * as z from 'zod';
import { sendableContentSchema } from '../content/index.ts';
import { cursorSchema, emptySchema, idSchema, instantSchema, pageOf, problemSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';
import { messageStates } from './messages.ts';
import { whenToSend } from './when-to-send.ts';

/** The most that one call takes. */
export const largestBatchLines = 100_000;

/** Many messages that were queued by one call. */
export const messageBatchSchema = z.object({
  id: idSchema,
  channelId: idSchema,
  name: z.string().nullable(),
  origin: z.enum(['api', 'automation', 'campaign']),
  createdAt: instantSchema,
  cancelledAt: instantSchema.nullable(),
  /** How many of its messages are at what; states without any are left out. */
  counts: z.partialRecord(z.enum(messageStates), z.number().int()),
});
export type MessageBatch = z.infer<typeof messageBatchSchema>;

const batchParams = z.object({ batchId: idSchema });

export const createMessageBatch = defineRoute({
  name: 'createMessageBatch',
  method: 'POST',
  path: '/v1/message-batches',
  summary:
    'Queue up to 100,000 messages in one call, one JSON object per line; every line is accepted or refused by itself. With the header `Idempotency-Key` a repeated call goes on where the first one ended',
  access: { permission: 'message.sendMany' },
  accepts: 'lines',
  query: z.object({
    channelId: idSchema,
    name: z.string().trim().min(1).max(120).optional(),
    /** Replies of people go first, then what programs and automations send, then campaigns. */
    origin: z.enum(['api', 'automation', 'campaign']).default('campaign'),
  }),
  line: z.strictObject({
    /** A telephone number, or a business-scoped user id. */
    to: z.string().min(1).max(160),
    content: sendableContentSchema,
    ...whenToSend,
    /** Otherwise the call's own key and the number of the line are this line's key. */
    idempotencyKey: z.string().min(1).max(200).optional(),
  }),
  status: 202,
  response: z.object({
    batch: messageBatchSchema,
    /** Lines that are now messages, those of an earlier call with the same key included. */
    accepted: z.number().int(),
    /** Lines that are not, by reason; lines are counted from 1. */
    refusals: z.array(z.object({ problem: problemSchema, lines: z.array(z.number().int()) })),
  }),
  errors: ['not_found', 'conflict'],
});

export const listMessageBatches = defineRoute({
  name: 'listMessageBatches',
  method: 'GET',
  path: '/v1/message-batches',
  summary: 'Batches, newest first',
  access: { permission: 'message.sendMany' },
  query: z.object({
    cursor: cursorSchema.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  response: pageOf(messageBatchSchema),
});

export const getMessageBatch = defineRoute({
  name: 'getMessageBatch',
  method: 'GET',
  path: '/v1/message-batches/:batchId',
  summary: 'One batch and how far it is',
  access: { permission: 'message.sendMany' },
  params: batchParams,
  response: messageBatchSchema,
  errors: ['not_found'],
});

export const cancelMessageBatch = defineRoute({
  name: 'cancelMessageBatch',
  method: 'POST',
  path: '/v1/message-batches/:batchId/cancel',
  summary: 'Take back everything of the batch that is still queued; what is on its way stays so',
  access: { permission: 'message.sendMany' },
  params: batchParams,
  body: emptySchema,
  response: messageBatchSchema,
  errors: ['not_found'],
});
