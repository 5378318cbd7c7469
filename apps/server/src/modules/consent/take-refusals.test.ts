import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createContactsModule } from '#modules/contacts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { readSuppressions } from './store-suppressions.ts';
import { takeRefusals } from './take-refusals.ts';

let platform: TestPlatform;
let workspaceId: string;
let contactId: string;

beforeAll(async () => {
  platform = await createTestPlatform();
  workspaceId = await platform.createWorkspace();
  const { contacts } = createContactsModule({ platform, recordAudit: async () => undefined });
  contactId = await platform.database.inTenant(workspaceId, (tx) =>
    contacts.findOrCreateRecipient(tx, { phoneNumber: '+819012345678' }),
  );
});
afterAll(() => platform?.close());

const start = Date.parse('2026-11-22T09:00:00Z');
const after = (hours: number) => new Date(start + hours * 3_600_000);

/** WhatsApp says 131049 for one message; gives how many hours later it may be tried again. */
async function refuseAt(hours: number): Promise<number> {
  const refusal = {
    messageId: randomUUID(),
    contactId,
    channelId: randomUUID(),
    providerCode: 131049,
    templateName: 'autumn',
    refusedAt: after(hours),
  };
  return platform.database.inTenant(workspaceId, async (tx) => {
    await takeRefusals(tx, [refusal], refusal.refusedAt);
    const [limit] = await readSuppressions(tx, [contactId]);
    return ((limit?.until?.getTime() ?? 0) - refusal.refusedAt.getTime()) / 3_600_000;
  });
}

it('the gap after the limit of marketing grows with each try after it, not with what was under way together', async () => {
  expect(await refuseAt(0)).toBe(24);
  expect(await refuseAt(0.01)).toBe(24);
  expect(await refuseAt(1)).toBe(24);
  expect(await refuseAt(25)).toBe(48);
  expect(await refuseAt(74)).toBe(96);
  expect(await refuseAt(171)).toBe(96);
});
