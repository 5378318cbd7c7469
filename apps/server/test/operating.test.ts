/** Alerts, dashboard and runbook against a started product: every metric, section and command in them is real. */
import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { waitFor } from './wait-for.ts';

const root = join(import.meta.dirname, '../../..');
const program = join(root, 'apps/server/src/cli/renkei.ts');
const read = (path: string) => readFile(join(root, path), 'utf8');

const ruleSchema = z.object({
  alert: z.string(),
  expr: z.string(),
  for: z.string(),
  labels: z.object({ severity: z.enum(['warning', 'critical']) }),
  annotations: z.object({ summary: z.string(), runbook: z.string() }),
});
const alertsSchema = z.object({ groups: z.array(z.object({ rules: z.array(ruleSchema) })) });
const dashboardSchema = z.object({
  panels: z.array(z.object({ targets: z.array(z.object({ expr: z.string() })) })),
});

let folder: string;
let dataDir: string;
let url: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei operating '));
  await chmod(folder, 0o711);
  dataDir = join(folder, 'data');
  // What `npx renkei` does in an installation, without asking npm.
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'npx'), `#!/bin/sh\nshift\nexec '${process.execPath}' '${program}' "$@"\n`, {
    mode: 0o755,
  });
  const child = spawn(process.execPath, [program, 'start', '--port', freePort()], {
    env: { ...environment(), SIMULATOR_PORT: freePort(), NODE_ENV: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  stop = async () => {
    child.kill('SIGTERM');
    await waitFor(async () => (child.exitCode === null ? undefined : true), 20_000);
  };
  url = await waitFor(async () => {
    if (child.exitCode !== null) throw new Error(`It ended:\n${output}`);
    return /Open +(http:\/\/[^/\s]+)/.exec(output)?.[1];
  }, 60_000);
}, 90_000);
afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

/** One that others hardly begin with; the product moves on from a taken one. */
function freePort(): string {
  return String(20_000 + Math.floor(Math.random() * 20_000));
}

function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, MASTER_KEY: _key, ...inherited } = process.env;
  return {
    ...inherited,
    DATA_DIR: dataDir,
    LANG: 'C',
    PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`,
    RENKEI_URL: url,
  };
}

describe('what is watched', () => {
  test('every metric of alerts and dashboard is told by a started product', async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    const told = new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name = '']) => name));
    const alerts = alertsSchema.parse(parse(await read('deploy/prometheus/alerts.yaml')));
    const dashboard = dashboardSchema.parse(JSON.parse(await read('deploy/grafana/renkei.json')));
    const expressions = [
      ...alerts.groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
      ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ];
    const named = expressions.flatMap((expr) => expr.match(/\b(?:renkei|nodejs|process)_\w+/g) ?? []);
    expect(named.length).toBeGreaterThan(40);
    const missing = named.filter(
      (name) => !told.has(name) && !told.has(name.replace(/_(bucket|sum|count)$/, '')),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  test('every alert leads to a section of the runbook, in both languages', async () => {
    const alerts = alertsSchema.parse(parse(await read('deploy/prometheus/alerts.yaml')));
    const pages = [await read('docs/guide/runbook.md'), await read('docs/guide/ja/runbook.md')];
    for (const { alert, annotations } of alerts.groups.flatMap(({ rules }) => rules)) {
      const [page, section] = annotations.runbook.split('#');
      expect(page, alert).toBe('docs/guide/runbook.md');
      for (const text of pages) expect(text, `${alert} → ${section}`).toContain(`<a id="${section}"></a>`);
    }
  });

  test('no label says who: no phone number, name or address of a customer', async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    const labels = [...text.matchAll(/(\w+)="([^"]*)"/g)];
    expect(labels.filter(([, , value = '']) => /\+?\d{10,}|@/.test(value))).toEqual([]);
  });
});

/** The blocks marked `run`, in order. */
function blocksOf(text: string): readonly string[] {
  return [...text.matchAll(/^```sh run\n([\s\S]*?)^```/gm)].map(([, block = '']) => block.trim());
}

test('every command of the runbook does what it is there for', async () => {
  const english = blocksOf(await read('docs/guide/runbook.md'));
  expect(blocksOf(await read('docs/guide/ja/runbook.md'))).toEqual(english);
  const masterKeyFile = join(dataDir, 'master.key');
  for (const line of new Set(english.flatMap((block) => block.split('\n')))) {
    const backups = await readdir(join(dataDir, 'backups')).catch(() => []);
    const env = {
      ...environment(),
      BACKUP: join(dataDir, 'backups', backups.at(-1) ?? 'none yet'),
      NEW_FOLDER: join(folder, 'restored'),
      MASTER_KEY_FILE: masterKeyFile,
    };
    // As a shell of zsh or bash -u would: a word with spaces stays one.
    const quoted = line.replace(/\$(\w+)/g, '"$$$1"');
    const ran = promisify(execFile)('sh', ['-eu', '-c', quoted], { env, cwd: root });
    await expect(ran, line).resolves.toMatchObject({ stdout: expect.stringMatching(/\S/) });
  }
}, 240_000);
