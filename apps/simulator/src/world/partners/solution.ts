export const solutionStatuses = [
  'DRAFT',
  'INITIATED',
  'ACTIVE',
  'REJECTED',
  'PENDING_DEACTIVATION',
  'DEACTIVATED',
] as const;
export type SolutionStatus = (typeof solutionStatuses)[number];

export const solutionPermissions = ['MESSAGING'] as const;
export type SolutionPermission = (typeof solutionPermissions)[number];

/** One side of a multi-partner solution: its app, and the portfolio that hears of changes. */
export interface SolutionParty {
  readonly appId: string;
  readonly portfolioId: string;
  readonly permissions: readonly SolutionPermission[];
}

/** Two partners who serve the same customers with an app each (Meta: multi-partner solutions). */
export interface Solution {
  readonly id: string;
  readonly name: string;
  readonly status: SolutionStatus;
  readonly owner: SolutionParty;
  readonly partner: SolutionParty;
  /** Who asked to end it: the other side decides. */
  readonly deactivationAskedBy?: string | undefined;
}

/** An account that is to move to a solution. */
export interface MigrationIntent {
  readonly id: string;
  readonly wabaId: string;
  readonly solutionId: string;
}
