/** Keeping the installation alive: backups, holds, upkeep, figures. */
export { type BackupRequest, createBackup, type MadeBackup } from './backup/create-backup.ts';
export type { BackupHeader } from './backup/manifest.ts';
export { readBackupHeader } from './backup/open-backup.ts';
export { type RestoredBackup, type RestoreRequest, restoreBackup } from './backup/restore-backup.ts';
