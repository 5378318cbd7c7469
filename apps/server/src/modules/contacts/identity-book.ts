import { listPhoneVariants } from '@renkei/graph-api';
import { newId } from '#platform/ids';

/** A person as an event shows them: at least one id. Profile names and usernames identify nobody. */
export interface Sighting {
  /** Digits, exactly as the provider wrote them. */
  readonly waId?: string | undefined;
  readonly userId?: string | undefined;
  /** The provider's id of a group; it then stands alone, and the profile name is the group's subject. */
  readonly groupId?: string | undefined;
  /** Digits that a member typed. */
  readonly phone?: string | undefined;
  readonly profileName?: string | undefined;
  readonly username?: string | undefined;
  /** The provider's time. */
  readonly seenAt: Date;
  /** Ids that the same person had until `seenAt`. */
  readonly previous?:
    | { readonly waId?: string | undefined; readonly userId?: string | undefined }
    | undefined;
}

export type IdentityKind = 'phone' | 'wa_id' | 'business_scoped_user_id' | 'group_id';

export interface IdentityEntry {
  readonly kind: IdentityKind;
  readonly value: string;
  readonly contactId: string;
  readonly ownedSince: Date | null;
  readonly releasedAt: Date | null;
}

export interface ContactEntry {
  readonly id: string;
  readonly givenName: string | null;
  readonly profileName: string | null;
  readonly username: string | null;
  readonly profileSeenAt: Date | null;
  readonly note: string;
  readonly createdAt: Date;
}

export interface ContactMerge {
  readonly from: string;
  readonly into: string;
}

type IdentityKey = Pick<IdentityEntry, 'kind' | 'value'>;

/** The identities a sighting may already be known by: its ids and, for numbers, every way to write them. */
export function listLookupKeys(sighting: Sighting): readonly IdentityKey[] {
  const people = sighting.previous ? [sighting, sighting.previous] : [sighting];
  const group =
    sighting.groupId === undefined ? [] : [{ kind: 'group_id' as const, value: sighting.groupId }];
  const keys = people.flatMap((person) => [
    ...numbersOf(person).flatMap((digits) =>
      listPhoneVariants(digits).flatMap((value) => [
        { kind: 'wa_id' as const, value },
        { kind: 'phone' as const, value },
      ]),
    ),
    ...(person.userId === undefined
      ? []
      : [{ kind: 'business_scoped_user_id' as const, value: person.userId }]),
  ]);
  return [...group, ...keys];
}

/**
 * Who is who, as a value: give it what is stored about some sightings' ids, show it the sightings, and it knows whom
 * they are, who turned out to be one person, and what has to be stored. In whatever order and grouping the same
 * sightings come, the same people come out.
 */
export class IdentityBook {
  readonly #now: Date;
  readonly #identities = new Map<string, IdentityEntry>();
  readonly #contacts = new Map<string, ContactEntry>();
  readonly #mergedInto = new Map<string, string>();
  readonly #created = new Set<string>();
  readonly #changedContacts = new Set<string>();
  /** Known by the same names, only later. */
  readonly #seenAgain = new Set<string>();
  readonly #changedIdentities = new Set<string>();

  constructor(
    stored: { readonly identities: readonly IdentityEntry[]; readonly contacts: readonly ContactEntry[] },
    now: Date,
  ) {
    this.#now = now;
    for (const identity of stored.identities) this.#identities.set(keyOf(identity), identity);
    for (const contact of stored.contacts) this.#contacts.set(contact.id, contact);
  }

  /** Gives the contact; ask `resolve` again at the end, since a later sighting may merge it. */
  see(sighting: Sighting): string {
    const contactId = this.#unite(this.#listOwners(sighting)) ?? this.#create();
    if (sighting.previous) this.#takeOver(sighting, contactId);
    for (const identity of exactIdentities(sighting)) this.#own(identity, contactId, sighting);
    if (sighting.previous) this.#release(sighting.previous, contactId, sighting);
    this.#rename(contactId, sighting);
    return contactId;
  }

  /** The contact that this one is now. */
  resolve(contactId: string): string {
    const into = this.#mergedInto.get(contactId);
    return into === undefined ? contactId : this.resolve(into);
  }

  changes() {
    const existing = (id: string) => !this.#created.has(id);
    const present = (id: string) => !this.#mergedInto.has(id);
    return {
      created: this.#entries(this.#created, present),
      updated: this.#entries(this.#changedContacts, (id) => existing(id) && present(id)),
      seenAgain: this.#entries(
        this.#seenAgain,
        (id) => existing(id) && present(id) && !this.#changedContacts.has(id),
      ),
      merges: [...this.#mergedInto.keys()]
        .filter(existing)
        .map((from): ContactMerge => ({ from, into: this.resolve(from) })),
      identities: [...this.#changedIdentities].flatMap((key) => {
        const entry = this.#identities.get(key);
        return entry ? [{ ...entry, contactId: this.resolve(entry.contactId) }] : [];
      }),
    };
  }

  #entries(ids: ReadonlySet<string>, wanted: (id: string) => boolean): readonly ContactEntry[] {
    return [...ids].filter(wanted).flatMap((id) => this.#contacts.get(id) ?? []);
  }

  /** Contacts that own one of the sighting's ids at its time. */
  #listOwners(sighting: Sighting): ReadonlySet<string> {
    const { previous, ...next } = sighting;
    const keys = [
      ...listLookupKeys(
        previous && next.userId !== undefined ? { userId: next.userId, seenAt: next.seenAt } : next,
      ),
      ...(previous ? listLookupKeys({ ...previous, seenAt: next.seenAt }) : []),
    ];
    return new Set(
      keys.flatMap((key) => {
        const entry = this.#identities.get(keyOf(key));
        return entry && ownsAt(entry, sighting.seenAt) ? [this.resolve(entry.contactId)] : [];
      }),
    );
  }

  /** Several owners are one person: the oldest contact stays. */
  #unite(owners: ReadonlySet<string>): string | undefined {
    const contacts = [...owners].flatMap((id) => this.#contacts.get(id) ?? []).sort(olderFirst);
    const [oldest, ...others] = contacts;
    if (!oldest) return undefined;
    for (const other of others) {
      this.#mergedInto.set(other.id, oldest.id);
      this.#change(foldContacts(this.#contacts.get(oldest.id) ?? oldest, other));
    }
    return oldest.id;
  }

  #create(): string {
    const id = newId();
    this.#created.add(id);
    const empty = { givenName: null, profileName: null, username: null, profileSeenAt: null, note: '' };
    this.#contacts.set(id, { id, ...empty, createdAt: this.#now });
    return id;
  }

  #own({ kind, value }: IdentityKey, contactId: string, { seenAt }: Sighting): void {
    const entry = this.#identities.get(keyOf({ kind, value }));
    if (!entry || (entry.releasedAt && seenAt > entry.releasedAt)) {
      this.#store({ kind, value, contactId, ownedSince: entry?.releasedAt ?? null, releasedAt: null });
    }
  }

  /** A changed number may have been somebody else's until now, who then keeps what came from it before. */
  #takeOver(sighting: Sighting, contactId: string): void {
    const { waId, seenAt } = sighting;
    for (const key of listLookupKeys({ waId, seenAt })) {
      const entry = this.#identities.get(keyOf(key));
      if (!entry || !ownsAt(entry, seenAt) || this.resolve(entry.contactId) === contactId) continue;
      const exact = key.kind === 'wa_id' && key.value === waId;
      this.#store(
        exact
          ? { ...key, contactId, ownedSince: seenAt, releasedAt: null }
          : { ...entry, releasedAt: seenAt },
      );
    }
  }

  /** The old number is free from now on; an old user id is never given to somebody else. */
  #release(previous: NonNullable<Sighting['previous']>, contactId: string, sighting: Sighting): void {
    for (const identity of exactIdentities({ ...previous, seenAt: sighting.seenAt })) {
      this.#own(identity, contactId, sighting);
    }
    const kept = new Set(numbersOf(sighting).flatMap(listPhoneVariants));
    for (const { kind, value } of listLookupKeys({ waId: previous.waId, seenAt: sighting.seenAt })) {
      const entry = this.#identities.get(keyOf({ kind, value }));
      if (!entry || kept.has(value) || entry.releasedAt) continue;
      if (this.resolve(entry.contactId) === contactId) this.#store({ ...entry, releasedAt: sighting.seenAt });
    }
  }

  /** The latest profile counts, as a whole; see `laterProfile` for two of the same second. */
  #rename(contactId: string, { profileName, username, seenAt }: Sighting): void {
    const contact = this.#contacts.get(contactId);
    if (!contact || (profileName === undefined && username === undefined)) return;
    const told = { profileName: profileName ?? null, username: username ?? null, profileSeenAt: seenAt };
    const later = laterProfile(contact, { ...contact, ...told });
    if (later === contact) return;
    const renamed = later.profileName !== contact.profileName || later.username !== contact.username;
    this.#contacts.set(contactId, later);
    (renamed ? this.#changedContacts : this.#seenAgain).add(contactId);
  }

  #store(entry: IdentityEntry): void {
    const key = keyOf(entry);
    this.#identities.set(key, entry);
    this.#changedIdentities.add(key);
  }

  #change(contact: ContactEntry): void {
    this.#contacts.set(contact.id, contact);
    this.#changedContacts.add(contact.id);
  }
}

function numbersOf(person: { readonly waId?: string | undefined; readonly phone?: string | undefined }) {
  return [person.waId, person.phone].filter((number) => number !== undefined);
}

function exactIdentities(sighting: Sighting): readonly IdentityKey[] {
  const { waId, phone, userId, groupId } = sighting;
  return [
    ...(groupId === undefined ? [] : [{ kind: 'group_id' as const, value: groupId }]),
    ...(waId === undefined ? [] : [{ kind: 'wa_id' as const, value: waId }]),
    ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone }]),
    ...(userId === undefined ? [] : [{ kind: 'business_scoped_user_id' as const, value: userId }]),
  ];
}

function keyOf({ kind, value }: IdentityKey): string {
  return `${kind} ${value}`;
}

function ownsAt({ ownedSince, releasedAt }: IdentityEntry, at: Date): boolean {
  return (ownedSince === null || at >= ownedSince) && (releasedAt === null || at <= releasedAt);
}

function olderFirst(one: ContactEntry, other: ContactEntry): number {
  return one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1);
}

/** What members wrote about either is kept; notes of both are put one below the other. */
function foldContacts(into: ContactEntry, from: ContactEntry): ContactEntry {
  return {
    ...laterProfile(into, { ...from, id: into.id, createdAt: into.createdAt }),
    givenName: into.givenName ?? from.givenName,
    note: [into.note, from.note].filter((note) => note !== '').join('\n'),
  };
}

function laterProfile(one: ContactEntry, other: ContactEntry): ContactEntry {
  const difference = (one.profileSeenAt?.getTime() ?? 0) - (other.profileSeenAt?.getTime() ?? 0);
  if (difference !== 0) return difference > 0 ? one : other;
  // Of the same second: the greater text, so that the order in which they come does not matter.
  return textOf(one) >= textOf(other) ? one : other;
}

function textOf({ profileName, username }: ContactEntry): string {
  return `${profileName ?? ''}\n${username ?? ''}`;
}
