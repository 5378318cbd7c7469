import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { recordPreferences } from './record-preferences.ts';
import { resolveContacts } from './resolve-contacts.ts';
import type { MarketingPreference } from './store-preferences.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await createTestPlatform();
});
afterAll(() => platform.close());

const channelId = newId();
const at = (second: number) => new Date(1_793_500_000_000 + second * 1000);

const choose = (contactId: string, choice: MarketingPreference['choice'], second: number) => ({
  contactId,
  channelId,
  category: 'marketing_messages',
  choice,
  decidedAt: at(second),
});

async function contactOf(workspaceId: string, sighting: { waId?: string; userId?: string }): Promise<string> {
  const { contactIds } = await platform.database.inTenant(workspaceId, (tx) =>
    resolveContacts(tx, [{ ...sighting, seenAt: at(0) }], at(0)),
  );
  const [contactId] = contactIds;
  if (contactId === undefined) throw new Error('One sighting gives one contact');
  return contactId;
}

const kept = (workspaceId: string) =>
  platform.database.inTenant(workspaceId, (tx) =>
    tx.query(sql`select contact_id, choice, decided_at from marketing_preferences`),
  );

describe('what a person decided about marketing', () => {
  it('is the latest decision, in whatever order, grouping and number they are told', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('stop', 'resume', 'signup'), fc.nat(4)), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.boolean(),
        async (decisions, together) => {
          const states = await Promise.all(
            [decisions, decisions.toReversed()].map(async (told) => {
              const workspaceId = await platform.createWorkspace();
              const contactId = await contactOf(workspaceId, { waId: '12025550177' });
              const preferences = told.map(([choice, second]) => choose(contactId, choice, second));
              for (const batch of together ? [preferences] : preferences.map((one) => [one])) {
                await platform.database.inTenant(workspaceId, (tx) => recordPreferences(tx, batch));
              }
              const [row] = await kept(workspaceId);
              return row;
            }),
          );
          const latest = Math.max(...decisions.map(([, second]) => second));
          const choices = decisions.filter(([, second]) => second === latest).map(([choice]) => choice);
          for (const state of states) {
            expect(state).toMatchObject({ decided_at: at(latest) });
            // Of the same second nobody knows which came first: who may have said stop is not written to.
            if (choices.includes('stop')) expect(state).toMatchObject({ choice: 'stop' });
            else expect(choices).toContain(state?.['choice']);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('goes with the contact that stays when two turn out to be one', async () => {
    const workspaceId = await platform.createWorkspace();
    const byNumber = await contactOf(workspaceId, { waId: '12025550177' });
    const byUserId = await contactOf(workspaceId, { userId: 'US.1' });
    await platform.database.inTenant(workspaceId, (tx) =>
      recordPreferences(tx, [choose(byNumber, 'resume', 1), choose(byUserId, 'stop', 2)]),
    );
    const stays = await contactOf(workspaceId, { waId: '12025550177', userId: 'US.1' });
    expect(await kept(workspaceId)).toEqual([{ contact_id: stays, choice: 'stop', decided_at: at(2) }]);
  });
});
