import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findPendingMigrations } from '../upgrade/pending-migrations.ts';
import { upgradeFailed } from './problems.ts';
import type { ProductSettings } from './product-settings.ts';

/**
 * Upgrades the embedded database of an installation that exists, after its tables were saved, in a process of its own: that
 * may take longer than a server may take to start, and this process is to stay small.
 *
 * @throws OperatorError when it fails; nothing has been started then
 */
export async function upgradeBeforeStart(
  { environment, dataDir, externalDatabaseUrl }: ProductSettings,
  databaseUrl: string,
): Promise<void> {
  const isWanted = environment['UPGRADE_SNAPSHOT'] !== 'off' && !externalDatabaseUrl;
  if (!isWanted || (await findPendingMigrations(databaseUrl)).length === 0) return;
  const script = join(import.meta.dirname, '../renkei.ts');
  const child = spawn(process.execPath, [script, 'migrate', '--snapshot'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment, DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw upgradeFailed();
}
