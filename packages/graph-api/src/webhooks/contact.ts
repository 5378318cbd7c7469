import { z } from 'zod';
import { decoration, wireId } from '../wire.ts';

/** One item of a value's `contacts`. Every part may be missing since usernames exist. */
export interface WebhookContact {
  /** Digits, absent when the person shows no phone number. */
  readonly waId: string | undefined;
  /** Business-scoped user id (BSUID), e.g. `US.2048…`. */
  readonly userId: string | undefined;
  readonly parentUserId: string | undefined;
  readonly profileName: string | undefined;
  readonly username: string | undefined;
  readonly identityKeyHash: string | undefined;
}

export const webhookContact = z
  .looseObject({
    wa_id: decoration(wireId),
    user_id: decoration(wireId),
    parent_user_id: decoration(wireId),
    identity_key_hash: decoration(z.string()),
    profile: decoration(z.looseObject({ name: decoration(z.string()), username: decoration(z.string()) })),
  })
  .transform(
    (wire): WebhookContact => ({
      waId: wire.wa_id,
      userId: wire.user_id,
      parentUserId: wire.parent_user_id,
      profileName: wire.profile?.name,
      username: wire.profile?.username,
      identityKeyHash: wire.identity_key_hash,
    }),
  );

/** Whose contact is sought. Both ids may be missing; then nobody's. */
export interface ContactIds {
  readonly userId?: string | undefined;
  readonly waId?: string | undefined;
}

/**
 * The contact that an item of the same value speaks of: by user id, then by `wa_id`, never by position, because a
 * value may list several people in any order. (Meta, "Business-scoped user IDs", 2026)
 */
export function findContact(
  contacts: readonly WebhookContact[],
  { userId, waId }: ContactIds,
): WebhookContact | undefined {
  return (
    (userId === undefined ? undefined : contacts.find((contact) => contact.userId === userId)) ??
    (waId === undefined ? undefined : contacts.find((contact) => contact.waId === waId))
  );
}
