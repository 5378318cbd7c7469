/** How the installation is, as one workspace sees it: what waits and why, what nobody knows, how fast it goes. */
import * as z from 'zod';
import { contentKinds } from '../content/index.ts';
import { cursorSchema, emptySchema, idSchema, instantSchema, pageOf, problemSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';
import { channelStateSchema } from './channels.ts';

/** Counting ends here: a count of so many means so many or more. */
export const countCeiling = 10_000;

const countSchema = z.number().int().min(0).max(countCeiling);

/**
 * Why sends wait.
 *
 * - `system_held`: nothing leaves the system before somebody releases it, as after a restore.
 * - `channel_state`: the number cannot send; its `problem` says why.
 * - `number_throttled`: the provider asked this number to pause.
 * - `portfolio_limit`: the company may begin with nobody else for now.
 * - `rule`: a rule about sending holds them; `problem` says which.
 * - `pair_rate`: too many to one person within a short time.
 * - `order`: they wait for an earlier message to the same person.
 * - `retry`: the provider refused them for the moment; `problem` says why.
 * - `unreachable`: the provider cannot be reached.
 */
export const holdReasons = [
  'system_held',
  'channel_state',
  'number_throttled',
  'portfolio_limit',
  'rule',
  'pair_rate',
  'order',
  'retry',
  'unreachable',
] as const;
export type HoldReason = (typeof holdReasons)[number];

const queueHoldSchema = z.object({
  reason: z.enum(holdReasons),
  count: countSchema,
  /** When the first of them goes on; null: when somebody acts, or something else has happened. */
  until: instantSchema.nullable(),
  problem: problemSchema.nullable(),
});
export type QueueHold = z.infer<typeof queueHoldSchema>;

const queueHealthSchema = z.object({
  channel: z.object({
    id: idSchema,
    name: z.string(),
    displayPhoneNumber: z.string(),
    state: channelStateSchema,
    stateSince: instantSchema,
    problem: problemSchema.nullable(),
  }),
  /** What is not finished, by state; `awaiting`: accepted, and the next of its sequence waits for its delivery. */
  counts: z.object({
    scheduled: countSchema,
    queued: countSchema,
    claimed: countSchema,
    dispatched: countSchema,
    unsure: countSchema,
    awaiting: countSchema,
  }),
  /** When the first of the queue was queued; null: nothing is. */
  oldestQueuedAt: instantSchema.nullable(),
  /** When the next of those that are scheduled is due. */
  nextScheduledAt: instantSchema.nullable(),
  holds: z.array(queueHoldSchema),
  throughput: z.object({
    /** Messages that the provider accepted in the last 60 seconds. */
    acceptedLastMinute: countSchema,
    /** Of the last 10 seconds, per second. */
    perSecond: z.number(),
    /** What the number may send now: less than `limitPerSecond` after the provider found it too much. */
    allowedPerSecond: z.number(),
    limitPerSecond: z.number(),
  }),
  /** People with whom the company may begin in a moving 24 hours, over all its numbers. Null: nobody counts them. */
  portfolio: z
    .object({
      /** Null: unlimited, or not told. */
      limit: z.number().int().nullable(),
      used: z.number().int(),
      /** When the next place is free again; null: no place is taken. */
      freesAt: instantSchema.nullable(),
    })
    .nullable(),
});
export type QueueHealth = z.infer<typeof queueHealthSchema>;

export const unsettledStates = ['unsure', 'unconfirmed', 'failed'] as const;
export type UnsettledState = (typeof unsettledStates)[number];

/** Failed messages are listed for so long. */
export const failedShownDays = 7;

export const healthSchema = z.object({
  at: instantSchema,
  /** The whole system is held; null: it is not. */
  hold: z
    .object({
      reason: z.enum(['restored', 'operator']),
      backupTakenAt: instantSchema.nullable(),
      since: instantSchema,
    })
    .nullable(),
  /** Webhooks: what came in and is not processed yet. */
  intake: z.object({
    oldestAt: instantSchema.nullable(),
    lagMs: z.number().int(),
    pending: countSchema,
    quarantined: countSchema,
  }),
  /** What `listUnsettledMessages` has to show. */
  unsettled: z.object({ unsure: countSchema, unconfirmed: countSchema, failed: countSchema }),
  /** Whether somebody should look. */
  needsAttention: z.boolean(),
  queues: z.array(queueHealthSchema),
});
export type Health = z.infer<typeof healthSchema>;

export const getHealth = defineRoute({
  name: 'getHealth',
  method: 'GET',
  path: '/v1/health',
  summary: `What waits and why, by number, and how fast it goes. Counts end at ${countCeiling.toLocaleString('en')}`,
  access: { permission: 'operations.read' },
  response: healthSchema,
});

export const releaseHold = defineRoute({
  name: 'releaseHold',
  method: 'POST',
  path: '/v1/hold/release',
  summary:
    'Let a held or restored system send again. Of a restored one, what was queued in the backup is left for people to decide about, each by itself, unless `sendsQueued`; what was under way is never sent again by itself',
  access: { permission: 'system.release' },
  body: z.object({
    /** Only where nothing was sent after the backup was taken. By default false. */
    sendsQueued: z.boolean().optional(),
  }),
  response: z.object({
    /** False: nothing was held. */
    released: z.boolean(),
    /** Messages that were under way; they wait for proof. */
    unsure: z.number().int(),
    /** Messages about which a person decides. */
    unconfirmed: z.number().int(),
  }),
});

export const unsettledMessageSchema = z.object({
  id: idSchema,
  conversationId: idSchema,
  contact: z.object({ id: idSchema, name: z.string() }),
  channel: z.object({ id: idSchema, name: z.string() }),
  state: z.enum(unsettledStates),
  kind: z.enum(contentKinds as [(typeof contentKinds)[number], ...(typeof contentKinds)[number][]]),
  preview: z.string(),
  /** When it was queued. */
  queuedAt: instantSchema,
  /** When it was tried last; null: never. */
  triedAt: instantSchema.nullable(),
  problem: problemSchema.nullable(),
  /** What can be done. An unsure one settles by itself; what would fail again the same way cannot be sent again. */
  actions: z.array(z.enum(['resend', 'dismiss'])),
});
export type UnsettledMessage = z.infer<typeof unsettledMessageSchema>;

export const listUnsettledMessages = defineRoute({
  name: 'listUnsettledMessages',
  method: 'GET',
  path: '/v1/unsettled-messages',
  summary: `Messages of which nobody knows whether they arrived, and those that failed in the last ${failedShownDays} days, newest first; without what was dismissed`,
  access: { permission: 'operations.read' },
  query: z.object({
    state: z.enum(unsettledStates),
    channelId: idSchema.optional(),
    cursor: cursorSchema.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  response: pageOf(unsettledMessageSchema),
});

/** The most that one call of `resendMessages` or `dismissMessages` takes. */
export const largestSelection = 100;

const selectionBody = z.object({ messageIds: z.array(idSchema).min(1).max(largestSelection) });

export const resendMessages = defineRoute({
  name: 'resendMessages',
  method: 'POST',
  path: '/v1/unsettled-messages/resend',
  summary:
    'Queue failed and unconfirmed messages again, each judged by itself; an unconfirmed one may arrive twice',
  access: { permission: 'message.send' },
  body: selectionBody,
  status: 202,
  response: z.object({
    resent: z.array(idSchema),
    /** `index`: the place in `messageIds`, from 0. */
    refused: z.array(z.object({ index: z.number().int(), problem: problemSchema })),
  }),
});

export const dismissMessages = defineRoute({
  name: 'dismissMessages',
  method: 'POST',
  path: '/v1/unsettled-messages/dismiss',
  summary:
    'Leave failed and unconfirmed messages as they are: they are no longer listed as unsettled. Others are passed over',
  access: { permission: 'message.send' },
  body: selectionBody,
  response: z.object({ dismissed: z.array(idSchema) }),
});

export const replayAllQuarantined = defineRoute({
  name: 'replayAllQuarantined',
  method: 'POST',
  path: '/v1/quarantine/replay',
  summary: 'Process every quarantined event again',
  access: { permission: 'quarantine.manage' },
  body: emptySchema,
  status: 202,
  response: z.object({ released: z.number().int() }),
});
