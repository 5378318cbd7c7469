import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#config';
import { createDiskBlobStore } from '#platform/blob';
import { createSecretBox } from '#platform/crypto';
import { startApp } from '../src/app.ts';
import { createTestPlatform, type TestPlatform } from './test-platform.ts';
import { createWorld, type World } from './world.ts';

/** The API process as it is mounted in earnest, for what is true of every route. */
export interface TestApp {
  readonly url: string;
  readonly platform: TestPlatform;
  /** A workspace with one of everything. */
  newWorld(): Promise<World>;
  close(): Promise<void>;
}

export async function startTestApp(): Promise<TestApp> {
  const platform = await createTestPlatform();
  const dataDir = await mkdtemp(join(tmpdir(), 'renkei-app-'));
  const { host, port, user, database } = platform.temporary.ownerConnection;
  const config = readConfig({
    DATABASE_URL: `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    DATA_DIR: dataDir,
    PORT: '0',
    ROLE: 'api',
    MASTER_KEY: randomBytes(32).toString('base64url'),
    // Nobody listens there: what asks Meta fails, and that is not what is tested here.
    GRAPH_URL: 'http://127.0.0.1:9',
  });
  const app = await startApp(config, platform.log);
  const ground = {
    platform,
    secretBox: createSecretBox(config.masterKey),
    blobs: createDiskBlobStore(join(dataDir, 'media')),
  };
  return {
    url: `http://127.0.0.1:${app.port}`,
    platform,
    newWorld: () => createWorld(ground),
    async close() {
      await app.stop();
      await platform.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
