import type { Platform, Principal } from '#platform/module';
import { recordAudit } from './audit.ts';
import { deleteSession } from './store-sessions.ts';

/** Ends this session everywhere it is in use, open event streams included. */
export async function signOut(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  principal: Principal,
): Promise<void> {
  await database.inTenant(principal.workspaceId, async (transaction) => {
    await deleteSession(transaction, principal.sessionId);
    await recordAudit(transaction, clock.now(), {
      principal,
      action: 'session.delete',
      subjectId: principal.sessionId,
    });
    transaction.wake('sessions', principal.memberId);
  });
}
