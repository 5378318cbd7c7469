import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';

/** What happened, by ids only: who may see the thing reads it through its own route. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message.created'), conversationId: idSchema, messageId: idSchema }),
  z.object({
    type: z.literal('message.updated'),
    conversationId: idSchema,
    messageId: idSchema,
    /** What it says has changed: it was edited, or taken back. */
    revised: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('conversation.updated'), conversationId: idSchema }),
  z.object({ type: z.literal('contact.updated'), contactId: idSchema }),
  z.object({ type: z.literal('channel.updated'), channelId: idSchema }),
  z.object({ type: z.literal('media.updated'), mediaId: idSchema, conversationId: idSchema.nullable() }),
  z.object({ type: z.literal('template.updated'), wabaId: z.string() }),
  z.object({ type: z.literal('member.updated'), memberId: idSchema }),
  z.object({ type: z.literal('accountEvent.created'), accountEventId: idSchema }),
]);
export type RenkeiEvent = z.infer<typeof eventSchema>;

export const streamEvents = defineRoute({
  name: 'streamEvents',
  method: 'GET',
  path: '/v1/events',
  summary:
    'Server-sent events, numbered; with `Last-Event-ID` everything since that number comes first. Without it the stream begins now',
  access: { permission: 'workspace.read' },
  query: z.object({ lastEventId: z.coerce.number().int().nonnegative().optional() }),
  answers: 'stream',
  response: z.unknown(),
});
