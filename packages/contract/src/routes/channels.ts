import * as z from 'zod';
import { emptySchema, idSchema, instantSchema, localizedSchema, problemSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';

export const channelStates = ['connected', 'token_expired', 'restricted', 'disconnected'] as const;
export const channelStateSchema = z.enum(channelStates);
export type ChannelState = z.infer<typeof channelStateSchema>;

export const channelSchema = z.object({
  id: idSchema,
  provider: z.literal('cloud-api'),
  name: z.string(),
  displayPhoneNumber: z.string(),
  phoneNumberId: z.string(),
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
  messagesPerSecond: z.number().int(),
  /** Sends that wait for this channel. */
  queuedCount: z.number().int(),
  webhookUrl: z.string(),
  lastInboundAt: instantSchema.nullable(),
  createdAt: instantSchema,
});
export type Channel = z.infer<typeof channelSchema>;

export const channelFields = ['accessToken', 'phoneNumberId', 'wabaId', 'appSecret', 'verifyToken'] as const;
export const channelFieldSchema = z.enum(channelFields);

export const channelCredentialsSchema = z.object({
  accessToken: z.string().trim().min(1).max(1000),
  phoneNumberId: z
    .string()
    .trim()
    .regex(/^\d{5,30}$/),
  wabaId: z
    .string()
    .trim()
    .regex(/^\d{5,30}$/),
  appSecret: z.string().trim().min(1).max(200),
  verifyToken: z.string().trim().min(1).max(200),
});
export type ChannelCredentials = z.infer<typeof channelCredentialsSchema>;

/** One value of the form, checked against Graph. `skipped`: could not be judged because an earlier one failed. */
export const channelCheckSchema = z.object({
  field: channelFieldSchema,
  outcome: z.enum(['ok', 'failed', 'skipped']),
  says: localizedSchema,
  problem: problemSchema.nullable(),
});
export type ChannelCheck = z.infer<typeof channelCheckSchema>;

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
  summary: 'Check every value against Graph without connecting',
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
  body: channelCredentialsSchema.extend({ name: z.string().trim().min(1).max(120).optional() }),
  /** `channel` is null when a check failed; the checks say which. */
  response: z.object({ channel: channelSchema.nullable(), checks: z.array(channelCheckSchema) }),
  errors: ['channel_taken'],
});

export const updateChannel = defineRoute({
  name: 'updateChannel',
  method: 'PATCH',
  path: '/v1/channels/:channelId',
  summary: 'Rename a channel, or give it a new access token; waiting sends go on',
  access: { permission: 'channel.manage' },
  params: channelParams,
  body: z.object({
    name: z.string().trim().min(1).max(120).optional(),
    accessToken: z.string().trim().min(1).max(1000).optional(),
  }),
  response: channelSchema,
  errors: ['not_found', 'channel_token_wrong', 'channel_phone_number_wrong', 'graph_unreachable'],
});

export const refreshChannel = defineRoute({
  name: 'refreshChannel',
  method: 'POST',
  path: '/v1/channels/:channelId/refresh',
  summary: 'Read number, limits and templates from Graph again',
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
