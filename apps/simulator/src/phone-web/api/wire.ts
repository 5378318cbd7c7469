import { z } from 'zod';

/** What the simulator says about phones. Each message's content is parsed later by its own kind (kinds/). */

export const phoneSummarySchema = z.object({
  waId: z.string(),
  name: z.string(),
  unreadCount: z.number().default(0),
});

const reactionSchema = z.object({ from: z.enum(['me', 'them']), emoji: z.string() });

const messageErrorSchema = z.looseObject({
  code: z.number().optional(),
  title: z.string().optional(),
  message: z.string().optional(),
});

const messageSchema = z
  .looseObject({
    id: z.string(),
    direction: z.enum(['sent', 'received']),
    type: z.string(),
    timestamp: z.number(),
    status: z.enum(['pending', 'sent', 'delivered', 'read']),
    contextId: z.string().optional(),
    reactions: z.array(reactionSchema).default([]),
    errors: z.array(messageErrorSchema).default([]),
    voicePlayed: z.boolean().default(false),
  })
  .transform((message) => ({
    id: message.id,
    direction: message.direction,
    type: message.type,
    timestamp: message.timestamp,
    status: message.status,
    contextId: message.contextId,
    reactions: message.reactions,
    errors: message.errors,
    voicePlayed: message.voicePlayed,
    content: message[message.type],
  }));

const chatSchema = z.object({
  phoneNumberId: z.string(),
  businessName: z.string(),
  displayPhoneNumber: z.string(),
  unreadCount: z.number().default(0),
  typing: z.boolean().default(false),
  messages: z.array(messageSchema),
});

export const phoneSchema = z.object({
  waId: z.string(),
  name: z.string(),
  online: z.boolean(),
  chats: z.array(chatSchema),
});

export const uploadedMediaSchema = z.object({ mediaId: z.string(), mimeType: z.string() });

export const sentMessageSchema = z.looseObject({ id: z.string() });

export type PhoneSummary = Readonly<z.infer<typeof phoneSummarySchema>>;
export type Reaction = Readonly<z.infer<typeof reactionSchema>>;
export type PhoneMessage = Readonly<z.infer<typeof messageSchema>>;
export type PhoneChat = Readonly<z.infer<typeof chatSchema>>;
export type Phone = Readonly<z.infer<typeof phoneSchema>>;
export type UploadedMedia = Readonly<z.infer<typeof uploadedMediaSchema>>;
