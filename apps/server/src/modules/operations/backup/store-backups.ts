/** All SQL over backups. */
import { sql, type Transaction } from '#platform/database';

export type BackupKind = 'manual' | 'scheduled' | 'upgrade';

export interface RecordedBackup {
  readonly id: string;
  readonly kind: BackupKind;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly takenAt: Date;
}

export async function recordBackup(transaction: Transaction, backup: RecordedBackup): Promise<void> {
  await transaction.execute(sql`
    insert into backups (id, kind, file_name, size_bytes, taken_at)
    values (${backup.id}, ${backup.kind}, ${backup.fileName}, ${backup.sizeBytes}, ${backup.takenAt})
    on conflict (id) do nothing`);
}

/** False: this system does not know the backup, such as one of another machine. */
export async function recordVerification(transaction: Transaction, id: string, at: Date): Promise<boolean> {
  const updated = await transaction.execute(sql`update backups set verified_at = ${at} where id = ${id}`);
  return updated > 0;
}

export interface BackupAges {
  /** Null: never. Snapshots before upgrades do not count: they have no files. */
  readonly takenAt: Date | null;
  readonly verifiedAt: Date | null;
}

export async function readBackupAges(transaction: Transaction): Promise<BackupAges> {
  const [row] = await transaction.query<{ takenAt: Date | null; verifiedAt: Date | null }>(sql`
    select max(taken_at) filter (where kind <> 'upgrade') as "takenAt", max(verified_at) as "verifiedAt" from backups`);
  return row ?? { takenAt: null, verifiedAt: null };
}
