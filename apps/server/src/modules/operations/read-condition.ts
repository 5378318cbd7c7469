import { type IngestCondition, readIngestCondition } from '#modules/ingest';
import { type OutboxFigure, readOutboxFigures } from '#modules/messages';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { type Hold, readHold } from '#platform/hold';
import { type BackupAges, readBackupAges } from './backup/store-backups.ts';

/** How the installation is, for the operator of the machine. */
export interface Condition {
  readonly hold: Hold | undefined;
  readonly backups: BackupAges;
  readonly outbox: readonly OutboxFigure[];
  readonly ingest: IngestCondition;
}

export function readCondition({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): Promise<Condition> {
  return database.inSystem(async (transaction) => ({
    hold: await readHold(transaction),
    backups: await readBackupAges(transaction),
    outbox: await readOutboxFigures(transaction, clock.now()),
    ingest: await readIngestCondition(transaction, clock.now()),
  }));
}
