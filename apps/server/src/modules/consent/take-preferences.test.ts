import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createContactsModule, type MarketingPreference } from '#modules/contacts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { listConsents } from './store-consents.ts';
import { takePreferences } from './take-preferences.ts';

let platform: TestPlatform;
let workspaceId: string;
let contactId: string;
const channelId = randomUUID();
const decidedAt = new Date('2026-11-22T09:00:00Z');

beforeAll(async () => {
  platform = await createTestPlatform();
});
beforeEach(async () => {
  workspaceId = await platform.createWorkspace();
  const { contacts } = createContactsModule({ platform, recordAudit: async () => undefined });
  contactId = await platform.database.inTenant(workspaceId, (tx) =>
    contacts.findOrCreateRecipient(tx, { phoneNumber: '+819012345678' }),
  );
});
afterAll(() => platform?.close());

/** Gives the ledger afterwards, the newest first. */
function take(...changes: readonly Partial<MarketingPreference>[]) {
  const usual = { contactId, channelId, category: 'marketing_messages', choice: 'stop', decidedAt } as const;
  return platform.database.inTenant(workspaceId, async (tx) => {
    await takePreferences(
      tx,
      changes.map((change) => ({ ...usual, ...change })),
      decidedAt,
    );
    return (await listConsents(tx, contactId, 10)).map(({ decision }) => decision);
  });
}

it('a choice that is told again, together or later, is in the ledger once', async () => {
  expect(await take({}, {})).toEqual(['opt_out']);
  expect(await take({})).toEqual(['opt_out']);
  const later = { choice: 'resume', decidedAt: new Date('2026-11-22T10:00:00Z') } as const;
  expect(await take({}, later)).toEqual(['opt_in', 'opt_out']);
});

it('a choice about anything else is no consent to marketing', async () => {
  expect(await take({ category: 'utility_messages', choice: 'resume' })).toEqual([]);
});
