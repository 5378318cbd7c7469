import * as z from 'zod';
import { emptySchema, idSchema, instantSchema, localizedSchema, problemSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';

export const channelStates = ['connected', 'token_expired', 'restricted', 'disconnected'] as const;
export const channelStateSchema = z.enum(channelStates);
export type ChannelState = z.infer<typeof channelStateSchema>;

/** Meta itself, or whom the number is rented through. */
export const channelProviders = ['cloud-api', 'dialog360', 'twilio'] as const;
export const channelProviderSchema = z.enum(channelProviders);
export type ChannelProvider = z.infer<typeof channelProviderSchema>;

/** What can be done with a number at its provider. What is not there is refused with `content_not_for_channel`. */
export const channelCapabilitiesSchema = z.object({
  /** Kinds of content that can be sent. */
  kinds: z.array(z.string()),
  /** Whether a reply can quote a message. Without it the reply goes out unquoted. */
  quotes: z.boolean(),
  readReceipts: z.boolean(),
  typing: z.boolean(),
  /** WhatsApp Flows and products of the account can be listed. */
  library: z.boolean(),
});
export type ChannelCapabilities = z.infer<typeof channelCapabilitiesSchema>;

export const channelSchema = z.object({
  id: idSchema,
  provider: channelProviderSchema,
  name: z.string(),
  displayPhoneNumber: z.string(),
  /** The provider's name of the number: an id of Meta's, or at Twilio `whatsapp:+81355500100`. */
  phoneNumberId: z.string(),
  /** The provider's id of the account: Meta's of the business account, or Twilio's account SID. */
  wabaId: z.string(),
  state: channelStateSchema,
  /** Why the channel is not connected, and what to do. */
  problem: problemSchema.nullable(),
  stateSince: instantSchema,
  qualityRating: z.string().nullable(),
  /** How many people may be written to first in 24 hours, in Meta's words: `TIER_2K`. Null: not told yet. */
  messagingLimit: z.string().nullable(),
  /** What Meta decided about the display name: `APPROVED`, `REJECTED` … Null: not told yet. */
  nameStatus: z.string().nullable(),
  /** As the provider told; `getNumberSettings` says what people have set instead. */
  messagesPerSecond: z.number().int(),
  /** The number also lives in the WhatsApp Business app (coexistence): 20 messages a second, no calls, no groups. */
  onBusinessApp: z.boolean(),
  /** Sends that wait for this channel. */
  queuedCount: z.number().int(),
  webhookUrl: z.string(),
  /** What it can do, as its provider says. */
  capabilities: channelCapabilitiesSchema,
  lastInboundAt: instantSchema.nullable(),
  createdAt: instantSchema,
});
export type Channel = z.infer<typeof channelSchema>;

const secret = z.string().trim().min(1);
const digitsId = z
  .string()
  .trim()
  .regex(/^\d{5,30}$/);
/** With country code, in any spelling: `+81 3-5550-0100`. */
const telephoneNumber = z
  .string()
  .trim()
  .max(40)
  .regex(/^\+?[\d\s().-]{7,}$/);

/** What Meta's Cloud API needs. It is also what is meant when no provider is named. */
export const cloudApiCredentialsSchema = z.object({
  provider: z.literal('cloud-api').optional(),
  accessToken: secret.max(1000),
  phoneNumberId: digitsId,
  wabaId: digitsId,
  appSecret: secret.max(200),
  verifyToken: secret.max(200),
});
export type CloudApiCredentials = z.infer<typeof cloudApiCredentialsSchema>;

export const dialog360CredentialsSchema = z.object({
  provider: z.literal('dialog360'),
  apiKey: secret.max(1000),
  phoneNumber: telephoneNumber,
  /** Of partners only: 360dialog then signs every webhook with it. */
  platformSecret: z.string().trim().max(200).optional(),
});
export type Dialog360Credentials = z.infer<typeof dialog360CredentialsSchema>;

export const twilioCredentialsSchema = z.object({
  provider: z.literal('twilio'),
  accountSid: z
    .string()
    .trim()
    .regex(/^AC[0-9a-f]{32}$/),
  authToken: secret.max(200),
  phoneNumber: telephoneNumber,
  /** Empty: the number itself is the sender. */
  messagingServiceSid: z
    .string()
    .trim()
    .regex(/^(MG[0-9a-f]{32})?$/)
    .optional(),
});
export type TwilioCredentials = z.infer<typeof twilioCredentialsSchema>;

/** The values of the form of each provider. */
export const channelCredentialsSchema = z.discriminatedUnion('provider', [
  cloudApiCredentialsSchema,
  dialog360CredentialsSchema,
  twilioCredentialsSchema,
]);
export type ChannelCredentials = z.infer<typeof channelCredentialsSchema>;

/** Every value of every form. */
export const channelFields = [
  'accessToken',
  'phoneNumberId',
  'wabaId',
  'appSecret',
  'verifyToken',
  'apiKey',
  'phoneNumber',
  'platformSecret',
  'accountSid',
  'authToken',
  'messagingServiceSid',
  'webhook',
] as const;
export const channelFieldSchema = z.enum(channelFields);

/** One value of the form, or the webhook, checked against the provider. `skipped`: could not be judged because an earlier one failed. */
export const channelCheckSchema = z.object({
  field: channelFieldSchema,
  outcome: z.enum(['ok', 'failed', 'skipped']),
  says: localizedSchema,
  problem: problemSchema.nullable(),
});
export type ChannelCheck = z.infer<typeof channelCheckSchema>;

const channelName = z.string().trim().min(1).max(120);
const channelParams = z.object({ channelId: idSchema });

export const listChannels = defineRoute({
  name: 'listChannels',
  method: 'GET',
  path: '/v1/channels',
  summary: 'The connected numbers',
  access: { permission: 'channel.read' },
  response: z.object({ items: z.array(channelSchema) }),
});

export const getChannel = defineRoute({
  name: 'getChannel',
  method: 'GET',
  path: '/v1/channels/:channelId',
  summary: 'One number',
  access: { permission: 'channel.read' },
  params: channelParams,
  response: channelSchema,
  errors: ['not_found'],
});

export const checkChannel = defineRoute({
  name: 'checkChannel',
  method: 'POST',
  path: '/v1/channels/check',
  summary: 'Check every value against the provider without connecting',
  access: { permission: 'channel.manage' },
  body: channelCredentialsSchema,
  response: z.object({ ok: z.boolean(), checks: z.array(channelCheckSchema) }),
});

export const connectChannel = defineRoute({
  name: 'connectChannel',
  method: 'POST',
  path: '/v1/channels',
  summary:
    'Connect a number: checks, stores the secrets encrypted, subscribes to its webhooks, reads its templates',
  access: { permission: 'channel.manage' },
  body: channelCredentialsSchema.and(z.object({ name: channelName.optional() })),
  /** `channel` is null when a check failed; the checks say which. */
  response: z.object({ channel: channelSchema.nullable(), checks: z.array(channelCheckSchema) }),
  errors: ['channel_taken', 'graph_unreachable'],
});

export const updateChannel = defineRoute({
  name: 'updateChannel',
  method: 'PATCH',
  path: '/v1/channels/:channelId',
  summary: 'Rename a channel, or give it a new access token; waiting sends go on',
  access: { permission: 'channel.manage' },
  params: channelParams,
  body: z.object({
    name: channelName.optional(),
    /** At 360dialog the API key, at Twilio the auth token. */
    accessToken: z.string().trim().min(1).max(1000).optional(),
  }),
  response: channelSchema,
  errors: ['not_found', 'channel_token_wrong', 'channel_phone_number_wrong', 'graph_unreachable'],
});

export const moveChannel = defineRoute({
  name: 'moveChannel',
  method: 'POST',
  path: '/v1/channels/:channelId/provider',
  summary:
    'Move a number to another provider, or to another account of its own: contacts, history and queue stay, and statuses of what the old one has sent are still taken',
  access: { permission: 'channel.manage' },
  params: channelParams,
  body: channelCredentialsSchema,
  /** `channel` is null when a check failed, and nothing has changed then. */
  response: z.object({ channel: channelSchema.nullable(), checks: z.array(channelCheckSchema) }),
  errors: ['not_found', 'channel_taken', 'channel_other_number', 'graph_unreachable'],
});

/** What Meta lets a number send that also lives in the WhatsApp Business app. (Meta, "Throughput", 2026) */
export const coexistencePerSecond = 20;

/** How people want a number to send. */
export const numberSettingsSchema = z.object({
  /** Instead of what the provider tells; a coexistence number never sends more than 20. Null: as the provider tells. */
  messagesPerSecond: z.number().int().min(1).max(1000).nullable(),
  /** Every message waits until the one before it was delivered, 20 seconds at most: the provider does not keep the order. */
  waitsForDelivery: z.boolean(),
  /** Campaign messages of which nobody knows are sent once more by themselves; some may arrive twice. */
  requeuesUnconfirmed: z.boolean(),
});
export type NumberSettings = z.infer<typeof numberSettingsSchema>;

export const getNumberSettings = defineRoute({
  name: 'getNumberSettings',
  method: 'GET',
  path: '/v1/channels/:channelId/sending',
  summary: 'How a number sends: its own rate, order, and what is done about messages of which nobody knows',
  access: { permission: 'channel.read' },
  params: channelParams,
  response: numberSettingsSchema,
  errors: ['not_found'],
});

export const updateNumberSettings = defineRoute({
  name: 'updateNumberSettings',
  method: 'PATCH',
  path: '/v1/channels/:channelId/sending',
  summary: 'Change how a number sends; what is left out stays as it is',
  access: { permission: 'channel.manage' },
  params: channelParams,
  body: numberSettingsSchema.partial(),
  response: numberSettingsSchema,
  errors: ['not_found'],
});

export const refreshChannel = defineRoute({
  name: 'refreshChannel',
  method: 'POST',
  path: '/v1/channels/:channelId/refresh',
  summary: 'Read number, limits and templates from the provider again',
  access: { permission: 'channel.manage' },
  params: channelParams,
  response: channelSchema,
  errors: ['not_found', 'graph_unreachable'],
});

export const disconnectChannel = defineRoute({
  name: 'disconnectChannel',
  method: 'DELETE',
  path: '/v1/channels/:channelId',
  summary: 'Disconnect a number; its conversations stay',
  access: { permission: 'channel.manage' },
  params: channelParams,
  response: emptySchema,
  errors: ['not_found'],
});
