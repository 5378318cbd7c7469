import { retainInSystem, retainPerWorkspace, type Upkeep } from '#platform/upkeep';
import { deleteEndedSessions } from './store-sessions.ts';
import { deleteExpiredSignInLinks, deleteOldSignInAttempts } from './store-sign-in.ts';

/** What of identity grows old. The audit log does not: it is for ever. */
export const identityUpkeep: readonly Upkeep[] = [
  retainPerWorkspace({ name: 'sessions', keepDays: 30, purge: deleteEndedSessions }),
  retainPerWorkspace({ name: 'sign_in_links', keepDays: 7, purge: deleteExpiredSignInLinks }),
  retainInSystem({ name: 'sign_in_failures', keepDays: 1, purge: deleteOldSignInAttempts }),
];
