import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { countWaiting } from '../../../test/count-waiting.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { waitFor } from '../../../test/wait-for.ts';
import { getContact } from './get-contact.ts';
import type { Sighting } from './identity-book.ts';
import { listContacts } from './list-contacts.ts';
import { type Contacts, createContactsModule } from './module.ts';
import { updateContact } from './update-contact.ts';

const audited: string[] = [];
const recordAudit = async (_transaction: unknown, { action }: { readonly action: string }) =>
  void audited.push(action);

let platform: TestPlatform;
let contacts: Contacts;
let workspaceId: string;
beforeAll(async () => {
  platform = await createTestPlatform();
  ({ contacts } = createContactsModule({ platform, recordAudit }));
});
beforeEach(async () => {
  workspaceId = await platform.createWorkspace();
});
afterAll(() => platform.close());

const see = async (...sightings: Omit<Sighting, 'seenAt'>[]) => {
  const seenAt = new Date();
  const { contactIds } = await platform.database.inTenant(workspaceId, (tx) =>
    contacts.resolve(
      tx,
      sightings.map((sighting) => ({ ...sighting, seenAt })),
    ),
  );
  return contactIds;
};
const get = (id: string, of = workspaceId) => platform.database.inTenant(of, (tx) => getContact(tx, id));
const findByPhone = (e164: string, name?: string) =>
  platform.database.inTenant(workspaceId, (tx) =>
    contacts.findOrCreateRecipient(tx, { phoneNumber: e164 }, name),
  );
const principal = () => ({
  workspaceId,
  memberId: randomUUID(),
  sessionId: randomUUID(),
  role: 'agent' as const,
});

it('knows somebody whom a member names by user id again when they write', async () => {
  const named = await platform.database.inTenant(workspaceId, (tx) =>
    contacts.findOrCreateRecipient(tx, { userId: 'JP.77' }, 'Haru'),
  );
  expect(await get(named)).toMatchObject({ name: 'Haru', phoneNumber: null });
  const [seen] = await see({ userId: 'JP.77', waId: '819099990077' });
  expect(seen).toBe(named);
});

describe('getContact', () => {
  it('shows a name, the number with + and every identity', async () => {
    const [id = ''] = await see({
      waId: '819012345678',
      userId: 'JP.1',
      profileName: 'さくら',
      username: 'sakura',
    });
    expect(await get(id)).toMatchObject({
      name: 'さくら',
      profileName: 'さくら',
      username: 'sakura',
      phoneNumber: '+819012345678',
      identities: expect.arrayContaining([
        { kind: 'wa_id', value: '819012345678' },
        { kind: 'business_scoped_user_id', value: 'JP.1' },
      ]),
    });
  });

  it.each([
    [{ userId: 'GB.1', username: 'jo' }, '@jo'],
    [{ waId: '12025550177' }, '+12025550177'],
    [{ userId: 'GB.1' }, 'GB.1'],
  ])('calls %j %s', async (sighting, name) => {
    const [id = ''] = await see(sighting);
    expect((await get(id)).name).toBe(name);
  });

  it('of one that somebody holds is merged only when they have written what they wanted', async () => {
    const [byNumber = ''] = await see({ waId: '819011110001' });
    const [byId = ''] = await see({ userId: 'JP.8101' });
    let isMerged = false;
    let merging: Promise<unknown> | undefined;
    const held = await platform.database.inTenant(workspaceId, async (tx) => {
      const ids = [await contacts.hold(tx, byNumber), await contacts.hold(tx, byId)];
      merging = see({ waId: '819011110001', userId: 'JP.8101' }).then(() => {
        isMerged = true;
      });
      await waitFor(async () => ((await countWaiting(platform)) > 0 ? true : undefined));
      expect(isMerged).toBe(false);
      return ids;
    });
    expect(held).toEqual([byNumber, byId]);
    await merging;
    const stayed = await platform.database.inTenant(workspaceId, (tx) => contacts.hold(tx, byNumber));
    expect(await platform.database.inTenant(workspaceId, (tx) => contacts.hold(tx, byId))).toBe(stayed);
  });

  it('leads from a merged contact to the one that stayed', async () => {
    const [one = '', other = ''] = await see({ waId: '12025550177' }, { userId: 'US.1' });
    await see({ waId: '12025550177', userId: 'US.1' });
    expect((await get(one)).id).toBe((await get(other)).id);
  });

  it('does not know contacts of another workspace', async () => {
    const [id = ''] = await see({ waId: '12025550177' });
    const stranger = await platform.createWorkspace();
    await expect(get(id, stranger)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('listContacts', () => {
  it('is sorted by name and pages through everybody once', async () => {
    await see(
      ...Array.from({ length: 120 }, (_, index) => ({ userId: `U.${index}`, profileName: `Name ${index}` })),
    );
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listContacts(platform, workspaceId, { cursor });
      names.push(...page.items.map((contact) => contact.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(names).toHaveLength(120);
    expect(names).toEqual([...names].sort());
    expect(new Set(names).size).toBe(120);
  });

  it.each([
    ['obi', ['Amara Obi']],
    ['太郎', ['山田太郎']],
    ['2025-550', ['Amara Obi']],
    ['100%', []],
    ['_', []],
  ])('finds by "%s"', async (search, found) => {
    await see(
      { waId: '12025550177', profileName: 'Amara Obi' },
      { waId: '819012345678', profileName: '山田太郎' },
    );
    const { items } = await listContacts(platform, workspaceId, { search });
    expect(items.map((contact) => contact.name)).toEqual(found);
  });
});

describe('updateContact', () => {
  it('gives a name that comes before the profile name, and takes it back', async () => {
    const [id = ''] = await see({ waId: '12025550177', profileName: 'Amara' });
    const needs = { platform, recordAudit };
    const named = await updateContact(needs, principal(), id, { givenName: 'Ms Obi', note: 'VIP' });
    expect(named).toMatchObject({ name: 'Ms Obi', givenName: 'Ms Obi', note: 'VIP' });
    expect(await updateContact(needs, principal(), id, { givenName: null })).toMatchObject({
      name: 'Amara',
      note: 'VIP',
    });
    expect(audited).toContain('contact.update');
  });

  it('keeps names and notes of both when two contacts become one', async () => {
    const [one = '', other = ''] = await see({ waId: '12025550177' }, { userId: 'US.1' });
    const needs = { platform, recordAudit };
    await updateContact(needs, principal(), one, { note: 'first' });
    await updateContact(needs, principal(), other, { givenName: 'Amara', note: 'second' });
    await see({ waId: '12025550177', userId: 'US.1' });
    expect(await get(one)).toMatchObject({ givenName: 'Amara', note: 'first\nsecond' });
  });
});

describe('a number that a member typed', () => {
  it('is the same contact as its messages, however either is written', async () => {
    const [seen] = await see({ waId: '551187654321' });
    expect(await findByPhone('+5511987654321', 'Bruna')).toBe(seen);
    expect(await get(seen ?? '')).toMatchObject({ name: 'Bruna', phoneNumber: '+5511987654321' });
    const [again] = await see({ waId: '551187654321', userId: 'BR.1' });
    expect(again).toBe(seen);
  });

  it('never takes a name away', async () => {
    const id = await findByPhone('+12025550177', 'Amara');
    await findByPhone('+12025550177', 'Somebody else');
    expect((await get(id)).name).toBe('Amara');
  });

  it('makes one contact when many ask at once', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => findByPhone('+12025550177')));
    expect(new Set(ids).size).toBe(1);
    const rows = await platform.database.inTenant(workspaceId, (tx) => tx.query(sql`select 1 from contacts`));
    expect(rows).toHaveLength(1);
  });
});

describe('names', () => {
  it('are given for the ids that were asked for, merged ones too', async () => {
    const [one = '', other = ''] = await see({ waId: '12025550177' }, { userId: 'US.1' });
    await see({ waId: '12025550177', userId: 'US.1', profileName: 'Amara' });
    const names = await platform.database.inTenant(workspaceId, (tx) => contacts.names(tx, [one, other]));
    const amara = { name: 'Amara', phoneNumber: '+12025550177' };
    expect(names).toEqual(
      new Map([
        [one, amara],
        [other, amara],
      ]),
    );
  });
});
