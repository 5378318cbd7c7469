import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const module = new URL('./index.ts', import.meta.url).href;

/** A process that passes two points twice and says so each time. */
function pass(setting: string | undefined) {
  const script = `const { crashPoint } = await import(${JSON.stringify(module)});
    for (const name of ['intake.committed', 'normaliser.claimed', 'intake.committed']) {
      crashPoint(name);
      process.stdout.write(name + ' ');
    }`;
  const { RENKEI_CRASH_AT: _, ...environment } = process.env;
  const { signal, status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: setting === undefined ? environment : { ...environment, RENKEI_CRASH_AT: setting },
    encoding: 'utf8',
  });
  return { signal, status, passed: stdout.trim().split(' ').filter(Boolean) };
}

describe('a crash point', () => {
  it('does nothing in a process that was not started to end there', () => {
    expect(pass(undefined)).toMatchObject({ signal: null, status: 0, passed: { length: 3 } });
  });

  it('kills the process at the hit that was asked for', () => {
    expect(pass('intake.committed')).toMatchObject({ signal: 'SIGKILL', passed: [] });
    expect(pass('intake.committed:2')).toMatchObject({
      signal: 'SIGKILL',
      passed: ['intake.committed', 'normaliser.claimed'],
    });
  });

  it('refuses a name that nobody knows', () => {
    expect(pass('intake.comitted').status).toBe(1);
    expect(pass('intake.committed:0').status).toBe(1);
  });
});
