import * as z from 'zod';
import { cursorSchema, emptySchema, idSchema, instantSchema, pageOf } from '../primitives.ts';
import { defineRoute } from '../route.ts';

/** Something the provider told about the account, a number, a template or a setting. */
export const accountEventSchema = z.object({
  id: idSchema,
  field: z.string(),
  event: z.string().nullable(),
  channelId: idSchema.nullable(),
  wabaId: z.string().nullable(),
  /** The provider's value as it came. */
  value: z.unknown(),
  occurredAt: instantSchema,
});
export type AccountEvent = z.infer<typeof accountEventSchema>;

export const listAccountEvents = defineRoute({
  name: 'listAccountEvents',
  method: 'GET',
  path: '/v1/account-events',
  summary: 'What the provider told about the account, newest first',
  access: { permission: 'accountEvent.read' },
  query: z.object({ cursor: cursorSchema.optional() }),
  response: pageOf(accountEventSchema),
});

export const quarantinedEventSchema = z.object({
  id: z.string(),
  reason: z.string(),
  attempts: z.number().int(),
  receivedAt: instantSchema,
  sizeBytes: z.number().int(),
});
export type QuarantinedEvent = z.infer<typeof quarantinedEventSchema>;

export const listQuarantine = defineRoute({
  name: 'listQuarantine',
  method: 'GET',
  path: '/v1/quarantine',
  summary: 'Events that could not be processed, with the reason',
  access: { permission: 'quarantine.manage' },
  response: z.object({ items: z.array(quarantinedEventSchema) }),
});

export const replayQuarantined = defineRoute({
  name: 'replayQuarantined',
  method: 'POST',
  path: '/v1/quarantine/:rawEventId/replay',
  summary: 'Process a quarantined event again',
  access: { permission: 'quarantine.manage' },
  params: z.object({ rawEventId: z.string().regex(/^\d{1,19}$/) }),
  body: emptySchema,
  status: 202,
  response: emptySchema,
  errors: ['not_found'],
});
