import type { Language } from '@renkei/contract';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { newId } from '#platform/ids';
import { recordAudit } from './audit.ts';
import { findFirstOwner, insertMember, insertWorkspace, lockFirstOwner } from './store-members.ts';
import { insertSignInLink } from './store-sign-in.ts';
import { createToken } from './token.ts';

const lifetimeMs = 24 * 60 * 60 * 1000;
const ownerNames: Readonly<Record<Language, string>> = { en: 'Owner', ja: 'オーナー' };
/** A placeholder that can receive nothing; the owner writes their own in Settings. */
const ownerEmail = 'owner@renkei.local';

/**
 * A one-time link, good for 24 hours, that signs the first owner in. On an empty database it first makes the
 * workspace and the owner. Whoever can run this on the server's database is trusted with it.
 *
 * @returns the address to open in a browser
 */
export async function createFirstSignInLink(
  ground: { readonly database: Database; readonly clock: Clock; readonly publicUrl: string },
  language: Language = 'en',
): Promise<string> {
  const { database, clock, publicUrl } = ground;
  const owner = await database.inSystem(async (transaction) => {
    // Held until there is an owner, so that two who start at once do not make two workspaces.
    await lockFirstOwner(transaction);
    return (await findFirstOwner(transaction)) ?? createFirstOwner(ground, language);
  });
  const token = createToken(owner.workspaceId);
  await database.inTenant(owner.workspaceId, async (transaction) => {
    const now = clock.now();
    await insertSignInLink(transaction, {
      tokenHash: token.secretHash,
      memberId: owner.memberId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetimeMs),
    });
    await recordAudit(transaction, now, {
      principal: null,
      action: 'signInLink.create',
      subjectId: owner.memberId,
    });
  });
  return `${publicUrl}/welcome?token=${token.text}`;
}

async function createFirstOwner(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  language: Language,
): Promise<{ readonly workspaceId: string; readonly memberId: string }> {
  const workspaceId = newId();
  const memberId = newId();
  await database.inTenant(workspaceId, async (transaction) => {
    const now = clock.now();
    await insertWorkspace(transaction, 'Renkei', now);
    await insertMember(transaction, {
      id: memberId,
      email: ownerEmail,
      name: ownerNames[language],
      role: 'owner',
      passwordHash: null,
      createdAt: now,
    });
    await recordAudit(transaction, now, {
      principal: null,
      action: 'workspace.create',
      subjectId: workspaceId,
    });
  });
  return { workspaceId, memberId };
}
