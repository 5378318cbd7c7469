/** Workspaces, members, roles, sessions, invitations, and who did what. */
export { type AuditEntry, recordAudit } from './audit.ts';
export { createFirstSignInLink } from './create-first-sign-in-link.ts';
export { tellAuditFigures } from './figures.ts';
export { hasOwnerArrived } from './has-owner-arrived.ts';
export { createIdentityModule, type Identity } from './module.ts';
export type { OnFirstOwnerArrived } from './redeem-sign-in-link.ts';
export type { IdentityNeeds } from './routes.ts';
export { listWorkspaceIds } from './store-workspaces.ts';
export { identityUpkeep } from './upkeep.ts';
