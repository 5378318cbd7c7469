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

const referralSchema = z.looseObject({
  source_type: z.string().optional(),
  headline: z.string().optional(),
  body: z.string().optional(),
  image_url: z.string().optional(),
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
    forwarded: z.enum(['once', 'often']).optional(),
    referral: referralSchema.optional(),
    referredProduct: z.object({ catalogId: z.string(), productRetailerId: z.string() }).optional(),
    editedAt: z.number().optional(),
    revoked: z.boolean().default(false),
    payment: z.string().optional(),
    byApi: z.boolean().default(false),
    author: z.string().optional(),
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
    forwarded: message.forwarded,
    referral: message.referral,
    referredProduct: message.referredProduct,
    editedAt: message.editedAt,
    revoked: message.revoked,
    payment: message.payment,
    byApi: message.byApi,
    author: message.author,
    content: message[message.type],
  }));

const callSchema = z.object({
  id: z.string(),
  direction: z.enum(['incoming', 'outgoing']),
  at: z.number(),
  acceptedAt: z.number().optional(),
});

const profileSchema = z.object({
  about: z.string().optional(),
  description: z.string().optional(),
  address: z.string().optional(),
  email: z.string().optional(),
  websites: z.array(z.string()).default([]),
  prompts: z.array(z.string()).default([]),
  commands: z.array(z.object({ name: z.string(), description: z.string() })).default([]),
});

const chatSchema = z
  .object({
    phoneNumberId: z.string(),
    groupId: z.string().optional(),
    businessName: z.string(),
    displayPhoneNumber: z.string(),
    unreadCount: z.number().default(0),
    typing: z.boolean().default(false),
    blocked: z.boolean().default(false),
    marketingStopped: z.boolean().default(false),
    pinnedIds: z.array(z.string()).default([]),
    canCall: z.boolean().default(false),
    /** In the address book, where a business looks at a customer. */
    saved: z.boolean().default(false),
    call: callSchema.optional(),
    profile: profileSchema.prefault({}),
    messages: z.array(messageSchema),
  })
  // A group is written to by its own id, where a business is by its number's.
  .transform(({ groupId, phoneNumberId, ...chat }) => ({
    ...chat,
    phoneNumberId: groupId ?? phoneNumberId,
    isGroup: groupId !== undefined,
  }));

export const phoneSchema = z.object({
  waId: z.string(),
  name: z.string(),
  online: z.boolean(),
  readReceipts: z.boolean().default(true),
  username: z.string().optional(),
  phoneHidden: z.boolean().default(false),
  /** The world's time, in ms: it may be far from this browser's. */
  now: z.number().optional(),
  chats: z.array(chatSchema),
});

const productSchema = z.object({
  retailerId: z.string(),
  name: z.object({ en: z.string(), ja: z.string() }),
  price: z.number(),
  currency: z.string(),
});

export const productsSchema = z.object({ catalogId: z.string(), products: z.array(productSchema) });

export const linkTargetSchema = z.object({ phoneNumberId: z.string(), text: z.string().optional() });

export const uploadedMediaSchema = z.object({ mediaId: z.string(), mimeType: z.string() });

export const sentMessageSchema = z.looseObject({ id: z.string() });

export type PhoneSummary = Readonly<z.infer<typeof phoneSummarySchema>>;
export type Reaction = Readonly<z.infer<typeof reactionSchema>>;
export type PhoneMessage = Readonly<z.infer<typeof messageSchema>>;
export type PhoneChat = Readonly<z.infer<typeof chatSchema>>;
export type Phone = Readonly<z.infer<typeof phoneSchema>>;
export type Product = Readonly<z.infer<typeof productSchema>>;
export type UploadedMedia = Readonly<z.infer<typeof uploadedMediaSchema>>;
