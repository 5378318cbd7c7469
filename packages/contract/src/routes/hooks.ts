/** Events out: signed webhooks to systems of the workspace's own. */
import * as z from 'zod';
import { cursorSchema, emptySchema, idSchema, instantSchema, pageOf } from '../primitives.ts';
import { defineRoute } from '../route.ts';

/**
 * `message.received`: a customer wrote. `message.sent`: one of ours was queued. `message.updated`: a message has another
 * state or content. The rest: the thing is another than before.
 */
export const hookEventTypes = [
  'message.received',
  'message.sent',
  'message.updated',
  'contact.updated',
  'channel.updated',
  'accountEvent.created',
] as const;
export type HookEventType = (typeof hookEventTypes)[number];

export const hookSchema = z.object({
  id: idSchema,
  url: z.string(),
  description: z.string().nullable(),
  eventTypes: z.array(z.enum(hookEventTypes)),
  /** `failing`: nothing has got through for three days, so that nothing new is tried until somebody enables it. */
  state: z.enum(['enabled', 'disabled', 'failing']),
  failingSince: instantSchema.nullable(),
  lastProblem: z.string().nullable(),
  createdAt: instantSchema,
  /** Deliveries that are still to be made. */
  pending: z.number().int(),
});
export type Hook = z.infer<typeof hookSchema>;

/** `whsec_…`, as the Standard Webhooks libraries take it. Shown once. */
const withSecret = z.object({ hook: hookSchema, secret: z.string() });

export const hookDeliverySchema = z.object({
  /** The header `webhook-id`: the same in every attempt. */
  eventId: idSchema,
  eventType: z.string(),
  occurredAt: instantSchema,
  state: z.enum(['pending', 'delivered', 'given_up']),
  attempts: z.number().int(),
  /** When it is tried next. */
  nextAt: instantSchema.nullable(),
  lastStatus: z.number().int().nullable(),
  lastProblem: z.string().nullable(),
});
export type HookDelivery = z.infer<typeof hookDeliverySchema>;

const hookParams = z.object({ hookId: idSchema });
const hookInput = z.object({
  url: z.url().max(2_000),
  description: z.string().trim().max(200).nullable().optional(),
  eventTypes: z.array(z.enum(hookEventTypes)).min(1).max(hookEventTypes.length),
});
const access = { permission: 'integration.manage' } as const;

export const listHooks = defineRoute({
  name: 'listHooks',
  method: 'GET',
  path: '/v1/hooks',
  summary: 'Where events are told to, newest first',
  access,
  response: z.object({ items: z.array(hookSchema) }),
});

export const createHook = defineRoute({
  name: 'createHook',
  method: 'POST',
  path: '/v1/hooks',
  summary: 'Tell events to an address of yours, signed as Standard Webhooks; the secret is shown this once',
  access,
  body: hookInput,
  status: 201,
  response: withSecret,
  errors: ['hook_address_refused', 'conflict'],
});

export const updateHook = defineRoute({
  name: 'updateHook',
  method: 'PATCH',
  path: '/v1/hooks/:hookId',
  summary: 'Change a hook; enabling a failing one tries again what it could not be told',
  access,
  params: hookParams,
  body: hookInput.partial().extend({ state: z.enum(['enabled', 'disabled']).optional() }),
  response: hookSchema,
  errors: ['not_found', 'hook_address_refused'],
});

export const rotateHookSecret = defineRoute({
  name: 'rotateHookSecret',
  method: 'POST',
  path: '/v1/hooks/:hookId/secret',
  summary: 'A new secret; whatever is delivered from now on is signed with it',
  access,
  params: hookParams,
  body: emptySchema,
  response: withSecret,
  errors: ['not_found'],
});

export const deleteHook = defineRoute({
  name: 'deleteHook',
  method: 'DELETE',
  path: '/v1/hooks/:hookId',
  summary: 'Tell nothing to this address any more; what was still to be told is dropped',
  access,
  params: hookParams,
  response: emptySchema,
  errors: ['not_found'],
});

export const testHook = defineRoute({
  name: 'testHook',
  method: 'POST',
  path: '/v1/hooks/:hookId/test',
  summary: 'Deliver an event of the type `hook.test` now',
  access,
  params: hookParams,
  body: emptySchema,
  status: 202,
  response: z.object({ eventId: idSchema }),
  errors: ['not_found'],
});

export const listHookDeliveries = defineRoute({
  name: 'listHookDeliveries',
  method: 'GET',
  path: '/v1/hooks/:hookId/deliveries',
  summary: 'What was and is to be told, newest first',
  access,
  params: hookParams,
  query: z.object({
    state: z.enum(['pending', 'delivered', 'given_up']).optional(),
    cursor: cursorSchema.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  response: pageOf(hookDeliverySchema),
  errors: ['not_found'],
});

export const replayHookDelivery = defineRoute({
  name: 'replayHookDelivery',
  method: 'POST',
  path: '/v1/hooks/:hookId/deliveries/:eventId/replay',
  summary: 'Deliver an event again, under the same id',
  access,
  params: hookParams.extend({ eventId: idSchema }),
  body: emptySchema,
  status: 202,
  response: hookDeliverySchema,
  errors: ['not_found'],
});
