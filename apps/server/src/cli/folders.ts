import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone or installation this file belongs to, with a trailing slash. */
export const installationDir = fileURLToPath(new URL('../../../../', import.meta.url));

/** Everything Renkei keeps is below this one folder: DATA_DIR, else `data` in the installation. */
export function dataDirOf(environment: NodeJS.ProcessEnv = process.env): string {
  const given = environment['DATA_DIR'];
  return given === undefined || given === '' ? join(installationDir, 'data') : resolve(given);
}
