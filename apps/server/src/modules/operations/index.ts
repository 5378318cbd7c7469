/** Keeping the installation alive: backups, holds, upkeep, figures. */
export { type BackupRequest, createBackup, type MadeBackup } from './backup/create-backup.ts';
export type { BackupHeader } from './backup/manifest.ts';
export { readBackupHeader } from './backup/open-backup.ts';
export { type RestoredBackup, type RestoreRequest, restoreBackup } from './backup/restore-backup.ts';
export { type BackupKind, recordBackup, recordVerification } from './backup/store-backups.ts';
export { tellOperationFigures } from './figures.ts';
export { holdSystem } from './hold-system.ts';
export { createOperationsModule, type OperationsNeeds } from './module.ts';
export { type Condition, readCondition } from './read-condition.ts';
export { type Released, releaseHold } from './release-hold.ts';
