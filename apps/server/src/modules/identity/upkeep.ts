import { checkPerWorkspace, retainInSystem, retainPerWorkspace, type Upkeep } from '#platform/upkeep';
import { checkAuditChain } from './store-audit.ts';
import { deleteEndedSessions } from './store-sessions.ts';
import { deleteExpiredSignInLinks, deleteOldSignInAttempts } from './store-sign-in.ts';

const hourMs = 3_600_000;

/** What of identity grows old. The audit log does not: it is for ever, and looked at whether it is whole. */
export const identityUpkeep: readonly Upkeep[] = [
  retainPerWorkspace({ name: 'sessions', keepDays: 30, purge: deleteEndedSessions }),
  retainPerWorkspace({ name: 'sign_in_links', keepDays: 7, purge: deleteExpiredSignInLinks }),
  retainInSystem({ name: 'sign_in_failures', keepDays: 1, purge: deleteOldSignInAttempts }),
  checkPerWorkspace({ name: 'audit_chain', everyMs: 3 * hourMs, check: checkAuditChain }),
];
