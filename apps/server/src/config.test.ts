import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const masterKey = Buffer.alloc(32, 1).toString('base64url');
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'renkei config '));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const read = (settings: Readonly<Record<string, string>>) =>
  readConfig({ DATABASE_URL: 'postgresql://localhost/renkei', DATA_DIR: dataDir, ...settings });

describe('one of several processes', () => {
  it.each(['api', 'worker'])('does not make up a key of its own: %s', (ROLE) => {
    expect(() => read({ ROLE })).toThrow(/MASTER_KEY/);
    expect(read({ ROLE, MASTER_KEY: masterKey }).role).toBe(ROLE);
    writeFileSync(join(dataDir, 'master.key'), masterKey);
    expect(read({ ROLE }).masterKey).toEqual(new Uint8Array(32).fill(1));
  });

  it('listens as a worker only where it is told to', () => {
    expect(read({ ROLE: 'worker', MASTER_KEY: masterKey }).port).toBeNull();
    expect(read({ ROLE: 'worker', MASTER_KEY: masterKey, PORT: '7310' }).port).toBe(7310);
    expect(read({ ROLE: 'api', MASTER_KEY: masterKey }).port).toBe(7300);
  });
});

describe('where hooks may go beside the internet', () => {
  it('is read at the start, so that a network that is none is named there', () => {
    expect(read({ HOOKS_ALLOW: 'crm.internal, 10.1.0.0/16' }).hooksAllow).toContain('crm.internal');
    expect(() => read({ HOOKS_ALLOW: '10.1.0.0/99' })).toThrow(/HOOKS_ALLOW/);
  });
});

describe('a pooler', () => {
  it('in transaction mode needs the address of the server behind it', () => {
    expect(() => read({ DATABASE_POOLING: 'transaction' })).toThrow(/DATABASE_DIRECT_URL/);
    const direct = 'postgresql://db/renkei';
    expect(read({ DATABASE_POOLING: 'transaction', DATABASE_DIRECT_URL: direct })).toMatchObject({
      databasePooling: 'transaction',
      databaseDirectUrl: direct,
    });
    expect(read({}).databaseDirectUrl).toBe('postgresql://localhost/renkei');
  });
});
