import { statfs } from 'node:fs/promises';
import { readHold } from '#platform/hold';
import type { Platform } from '#platform/module';
import { readBackupAges } from './backup/store-backups.ts';
import { listUpkeepRuns } from './upkeep/store-upkeep.ts';

/** Hold, backups, upkeep, disk and connections. Ages are moments (Unix seconds), so that they grow by themselves. */
export function tellOperationFigures(platform: Platform, dataDir: string): void {
  tellStored(platform);
  const { database, metrics } = platform;
  metrics.figures(
    'machine',
    [
      { name: 'renkei_disk_free_ratio', help: 'Of the disk of the data folder, from 0 to 1' },
      {
        name: 'renkei_database_connections',
        help: 'Connections of this process, and callers that wait for one',
        labels: ['state'],
      },
    ],
    async () => {
      const { bavail, blocks } = await statfs(dataDir);
      const { total, idle, waiting } = database.poolState();
      return [
        { name: 'renkei_disk_free_ratio', value: blocks === 0 ? 1 : bavail / blocks },
        { name: 'renkei_database_connections', value: total - idle, labels: { state: 'busy' } },
        { name: 'renkei_database_connections', value: idle, labels: { state: 'idle' } },
        { name: 'renkei_database_connections', value: waiting, labels: { state: 'waiting' } },
      ];
    },
  );
}

function tellStored({ database, metrics }: Platform): void {
  metrics.figures(
    'operations',
    [
      { name: 'renkei_held', help: '1 while nothing may leave the system' },
      { name: 'renkei_backup_taken_timestamp_seconds', help: 'When the last backup was taken; 0: never' },
      {
        name: 'renkei_backup_verified_timestamp_seconds',
        help: 'When a backup was last proved by restoring it; 0: never',
      },
      {
        name: 'renkei_upkeep_finished_timestamp_seconds',
        help: 'When an upkeep was last done',
        labels: ['name'],
      },
    ],
    async () => {
      const { hold, ages, runs } = await database.inSystem(async (transaction) => ({
        hold: await readHold(transaction),
        ages: await readBackupAges(transaction),
        runs: await listUpkeepRuns(transaction),
      }));
      return [
        { name: 'renkei_held', value: hold === undefined ? 0 : 1 },
        { name: 'renkei_backup_taken_timestamp_seconds', value: secondsOf(ages.takenAt) },
        { name: 'renkei_backup_verified_timestamp_seconds', value: secondsOf(ages.verifiedAt) },
        ...runs.map(({ name, finishedAt }) => ({
          name: 'renkei_upkeep_finished_timestamp_seconds',
          value: secondsOf(finishedAt),
          labels: { name },
        })),
      ];
    },
  );
}

function secondsOf(moment: Date | null): number {
  return moment === null ? 0 : moment.getTime() / 1000;
}
