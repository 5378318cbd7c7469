import * as z from 'zod';
import { severities } from '../account-events/define.ts';
import type { AccountEventTold } from '../account-events/index.ts';
import {
  cursorSchema,
  emptySchema,
  idSchema,
  instantSchema,
  localizedSchema,
  pageOf,
} from '../primitives.ts';
import { defineRoute } from '../route.ts';

const severitySchema = z.enum(severities);

/**
 * Its kind and data, `AccountEventTold` of this document. Read loosely, so that a client is not broken by a kind that was
 * added after it was made, and need not carry the words of all kinds.
 */
const toldSchema = z.object({
  kind: z.string(),
  data: z.record(z.string(), z.json()),
}) as z.ZodType<unknown> as z.ZodType<AccountEventTold>;

/** Something the provider told about the account, a number, a template, a person or a setting, with our words for it. */
export const accountEventSchema = z.object({
  id: idSchema,
  /** What it means; null: a field or event that Renkei does not know yet. */
  told: toldSchema.nullable(),
  severity: severitySchema,
  title: localizedSchema,
  explanation: localizedSchema,
  /** null: nothing has to be done. */
  remedy: localizedSchema.nullable(),
  /** The provider's page about it. */
  source: z.string().nullable(),
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
  query: z.object({
    /** That severe or more. */
    severity: z.enum(['warning', 'critical']).optional(),
    /** The provider's webhook field, such as `message_template_status_update`. */
    field: z.string().max(100).optional(),
    channelId: idSchema.optional(),
    /** In what was received: a template's name, a number, a code. */
    search: z.string().trim().max(200).optional(),
    cursor: cursorSchema.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
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
