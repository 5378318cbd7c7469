import type { TenantTransaction } from '#platform/database';
import type { Platform, Principal, ServerModule } from '#platform/module';
import { type AuditEntry, recordAudit } from './audit.ts';
import { authenticate, refreshPrincipal } from './authenticate.ts';
import { type IdentityNeeds, identityRoutes } from './routes.ts';
import { findMember, readMemberNames } from './store-members.ts';

/** What other modules ask identity. */
export interface Identity {
  /** Who a session cookie stands for; undefined when it stands for nobody (any more). */
  authenticate(cookieValue: string): ReturnType<typeof authenticate>;
  /** The same session as of now; undefined once it has ended. */
  refreshPrincipal(principal: Principal): Promise<Principal | undefined>;
  /** Notes who did what, in the transaction that does it. */
  recordAudit(transaction: TenantTransaction, entry: AuditEntry): Promise<void>;
  /** False for removed members, and for those of another workspace. */
  isActiveMember(transaction: TenantTransaction, memberId: string): Promise<boolean>;
  /** Names by id, of removed members too. */
  memberNames(
    transaction: TenantTransaction,
    memberIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
}

/** Workspaces, members and their roles, sessions, invitations, and the audit log. */
export function createIdentityModule(
  platform: Platform,
  needs: IdentityNeeds,
): { readonly module: ServerModule; readonly identity: Identity } {
  return {
    module: { name: 'identity', routes: identityRoutes(platform, needs), workers: [] },
    identity: {
      authenticate: (cookieValue) => authenticate(platform, cookieValue),
      refreshPrincipal: (principal) => refreshPrincipal(platform, principal),
      recordAudit: (transaction, entry) => recordAudit(transaction, platform.clock.now(), entry),
      isActiveMember: async (transaction, memberId) =>
        (await findMember(transaction, memberId)) !== undefined,
      memberNames: readMemberNames,
    },
  };
}
