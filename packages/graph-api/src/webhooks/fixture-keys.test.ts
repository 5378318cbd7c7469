import { describe, expect, it, vi } from 'vitest';
import { fixtureNames, readFixture } from '../fixtures/index.ts';
import { isJsonRecord } from '../json.ts';
import { listChanges } from './list-changes.ts';
import { parseWebhook } from './parse-webhook.ts';
import { readWebhookValue } from './read-webhook-value.ts';

/**
 * Here the tolerant readers are made strict: a key that no schema names, or a decoration that cannot be read, is a
 * failure. So every key of every sample body is accounted for, though in service unknown ones are let pass.
 */
vi.mock('zod', async (importOriginal) => {
  const zod = await importOriginal<typeof import('zod')>();
  return { ...zod, z: { ...zod.z, looseObject: zod.z.strictObject } };
});

vi.mock('../wire.ts', async (importOriginal) => {
  const wire = await importOriginal<typeof import('../wire.ts')>();
  const { z } = await vi.importActual<typeof import('zod')>('zod');
  return {
    ...wire,
    decoration: (schema: import('zod').ZodType) => schema.nullish().transform((value) => value ?? undefined),
    tolerantList: (item: import('zod').ZodType) =>
      z
        .array(item)
        .nullish()
        .transform((items) => items ?? []),
  };
});

/** Keys of a message beside the object named like its type; `messageCommon` reads the others. */
const messageKeys = new Set([
  'id',
  'type',
  'timestamp',
  'from',
  'from_user_id',
  'from_parent_user_id',
  'to',
  'to_user_id',
  'to_parent_user_id',
  'group_id',
  'context',
  'referral',
  'identity',
  'history_context',
  'from_logical_id',
  'errors',
]);

/** Keys of the values that are read list by list. */
const listKeys = new Set([
  'messaging_product',
  'metadata',
  'contacts',
  'messages',
  'message_echoes',
  'statuses',
  'errors',
  'user_actions',
  'conversation_context',
  'history',
  'state_sync',
  'standby',
  'calls',
  'groups',
  'user_preferences',
  'user_id_update',
  'automatic_events',
]);

describe('the schemas name every key of', () => {
  it.each(fixtureNames)('%s', (name) => {
    const parsed = parseWebhook(readFixture(name));
    if (!parsed.ok) throw new Error(parsed.detail);
    for (const change of listChanges(parsed.envelope)) {
      const reading = readWebhookValue(change.field, change.value);
      expect(reading).toMatchObject({ ok: true });
      expect(listRefusals(reading)).toEqual([]);
      expect(listStrangers(change.field, change.value)).toEqual([]);
    }
  });
});

/** Every part of the reading that says it could not be read. */
function listRefusals(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(listRefusals);
  if (!isJsonRecord(value)) return [];
  if (value.ok === false) return [value.detail];
  return Object.entries(value).flatMap(([key, part]) => (key === 'raw' ? [] : listRefusals(part)));
}

/** Keys of list-like values and of messages that nobody reads. */
function listStrangers(field: string, value: unknown): string[] {
  if (!isJsonRecord(value) || !('metadata' in value)) return [];
  const strangers = Object.keys(value).filter((key) => !listKeys.has(key));
  const messages = ['messages', 'message_echoes'].flatMap((key) => value[key] ?? []).filter(isJsonRecord);
  return [
    ...strangers.map((key) => `${field}.${key}`),
    ...messages.flatMap((message) =>
      Object.keys(message)
        .filter((key) => !messageKeys.has(key) && key !== message.type)
        .map((key) => `message.${key}`),
    ),
  ];
}
