import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContactEntry, IdentityBook, type IdentityEntry, type Sighting } from './identity-book.ts';

/** What a database would hold between batches. */
class Shelf {
  readonly identities = new Map<string, IdentityEntry>();
  readonly contacts = new Map<string, ContactEntry>();

  see(sightings: readonly Sighting[]): readonly string[] {
    const stored = { identities: [...this.identities.values()], contacts: [...this.contacts.values()] };
    const book = new IdentityBook(stored, new Date());
    const seen = sightings.map((sighting) => book.see(sighting));
    const { created, updated, seenAgain, merges, identities } = book.changes();
    for (const contact of [...created, ...updated, ...seenAgain]) this.contacts.set(contact.id, contact);
    for (const identity of identities) this.identities.set(`${identity.kind} ${identity.value}`, identity);
    for (const { from, into } of merges) {
      this.contacts.delete(from);
      for (const [key, identity] of this.identities) {
        if (identity.contactId === from) this.identities.set(key, { ...identity, contactId: into });
      }
    }
    return seen.map((id) => book.resolve(id));
  }

  ownerOf(kind: IdentityEntry['kind'], value: string): string | undefined {
    return this.identities.get(`${kind} ${value}`)?.contactId;
  }

  /** Without our ids: which identities belong together, under which profile. */
  picture(): readonly string[] {
    const groups = Map.groupBy(this.identities.values(), (identity) => identity.contactId);
    return [...groups]
      .map(([contactId, identities]) => {
        const contact = this.contacts.get(contactId);
        const ids = identities.map(({ kind, value }) => `${kind} ${value}`).sort();
        return `${ids.join(' + ')} = ${contact?.profileName} @${contact?.username}`;
      })
      .sort();
  }
}

const numbers = [
  '5511987654321',
  '551187654321',
  '5215512345678',
  '525512345678',
  '819012345678',
  '12025550177',
];
const sighting = fc
  .record({
    waId: fc.option(fc.constantFrom(...numbers), { nil: undefined }),
    userId: fc.option(fc.constantFrom('US.1', 'US.2', 'BR.3', 'JP.4'), { nil: undefined }),
    profileName: fc.option(fc.constantFrom('Amara', 'Jo', 'さくら'), { nil: undefined }),
    username: fc.option(fc.constantFrom('amara', 'jo'), { nil: undefined }),
    seenAt: fc.integer({ min: 1, max: 20 }).map((second) => new Date(second * 1000)),
  })
  .filter(({ waId, userId }) => waId !== undefined || userId !== undefined);

describe('sightings', () => {
  it('give the same contacts in any order and any grouping', () => {
    const scenario = fc
      .array(sighting, { minLength: 1, maxLength: 12 })
      .chain((sightings) =>
        fc.tuple(
          fc.constant(sightings),
          fc.shuffledSubarray(sightings, { minLength: sightings.length }),
          fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 }),
        ),
      );
    fc.assert(
      fc.property(scenario, ([sightings, shuffled, sizes]) => {
        const one = new Shelf();
        one.see(sightings);
        const other = new Shelf();
        let from = 0;
        for (const size of sizes) {
          if (from < shuffled.length) other.see(shuffled.slice(from, from + size));
          from += size;
        }
        if (from < shuffled.length) other.see(shuffled.slice(from));
        expect(other.picture()).toEqual(one.picture());
      }),
      { numRuns: 500 },
    );
  });

  it('of somebody known change nothing', () => {
    fc.assert(
      fc.property(fc.array(sighting, { minLength: 1, maxLength: 8 }), (sightings) => {
        const shelf = new Shelf();
        shelf.see(sightings);
        const before = shelf.picture();
        shelf.see(sightings);
        expect(shelf.picture()).toEqual(before);
      }),
    );
  });
});

const at = (second: number) => new Date(second * 1000);

describe('a contact', () => {
  it('is found under every way to write a Brazilian, Mexican or Argentine number, and none is rewritten', () => {
    const shelf = new Shelf();
    const [first] = shelf.see([{ waId: '551187654321', seenAt: at(1) }]);
    const [second] = shelf.see([{ waId: '5511987654321', seenAt: at(2) }]);
    expect(second).toBe(first);
    expect(shelf.picture()).toEqual(['wa_id 551187654321 + wa_id 5511987654321 = null @null']);
  });

  it('known by number and another known by user id become the older one when both are seen together', () => {
    const shelf = new Shelf();
    const [byNumber] = shelf.see([{ waId: '12025550177', seenAt: at(1) }]);
    const [byUserId] = shelf.see([{ userId: 'US.1', seenAt: at(2) }]);
    expect(byUserId).not.toBe(byNumber);
    const [both] = shelf.see([{ waId: '12025550177', userId: 'US.1', seenAt: at(3) }]);
    expect(both).toBe(byNumber);
    expect(shelf.contacts.size).toBe(1);
  });

  it('is never identified by a username', () => {
    const shelf = new Shelf();
    const [one, other] = shelf.see([
      { userId: 'US.1', username: 'jo', seenAt: at(1) },
      { userId: 'US.2', username: 'jo', seenAt: at(2) },
    ]);
    expect(other).not.toBe(one);
  });
});

describe('a changed number', () => {
  const change: Sighting = {
    waId: '12025550199',
    userId: 'US.2',
    previous: { waId: '12025550177', userId: 'US.1' },
    seenAt: at(10),
  };

  it('stays with its person', () => {
    const shelf = new Shelf();
    const [before] = shelf.see([{ waId: '12025550177', userId: 'US.1', seenAt: at(1) }]);
    shelf.see([change]);
    const [after] = shelf.see([{ waId: '12025550199', userId: 'US.2', seenAt: at(11) }]);
    expect(after).toBe(before);
  });

  it('stays with its person when the news comes after the first message from the new number', () => {
    const shelf = new Shelf();
    const [before] = shelf.see([{ waId: '12025550177', userId: 'US.1', seenAt: at(1) }]);
    shelf.see([{ waId: '12025550199', userId: 'US.2', seenAt: at(11) }]);
    const [merged] = shelf.see([change]);
    expect(merged).toBe(before);
    expect(shelf.contacts.size).toBe(1);
  });

  it('leaves the old number to whoever comes with it next', () => {
    const shelf = new Shelf();
    const [before] = shelf.see([{ waId: '12025550177', userId: 'US.1', seenAt: at(1) }]);
    shelf.see([change]);
    const [stranger] = shelf.see([{ waId: '12025550177', userId: 'US.9', seenAt: at(20) }]);
    expect(stranger).not.toBe(before);
    expect(shelf.ownerOf('wa_id', '12025550177')).toBe(stranger);
  });

  it('keeps late messages from the old number with the one who wrote them', () => {
    const shelf = new Shelf();
    const [before] = shelf.see([{ waId: '12025550177', userId: 'US.1', seenAt: at(1) }]);
    shelf.see([change, { waId: '12025550177', userId: 'US.9', seenAt: at(20) }]);
    const [late] = shelf.see([{ waId: '12025550177', userId: 'US.1', seenAt: at(5) }]);
    expect(late).toBe(before);
    expect(shelf.contacts.size).toBe(2);
  });

  it('takes a number over from the one who had it before', () => {
    const shelf = new Shelf();
    const [mover] = shelf.see([{ waId: '12025550177', userId: 'US.1', seenAt: at(1) }]);
    const [former] = shelf.see([{ waId: '12025550199', userId: 'US.7', seenAt: at(2) }]);
    shelf.see([change]);
    expect(shelf.ownerOf('wa_id', '12025550199')).toBe(mover);
    expect(shelf.ownerOf('business_scoped_user_id', 'US.7')).toBe(former);
  });
});
