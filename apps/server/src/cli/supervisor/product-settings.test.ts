import { expect, it } from 'vitest';
import { readProductSettings, serverEnvironment } from './product-settings.ts';

const shared = { DATABASE_URL: 'postgresql://db/renkei', MASTER_KEY: 'key' };
const read = (role: 'all' | 'api' | 'worker' | undefined, environment: NodeJS.ProcessEnv) =>
  readProductSettings({ dataDir: '/data', port: undefined, role, watch: false, environment });

it('starts one part of several machines only with what all of them share', () => {
  expect(() => read('worker', {})).toThrow(expect.objectContaining({ code: 'shared_settings_missing' }));
  expect(() => read('api', { DATABASE_URL: shared.DATABASE_URL })).toThrow(/MASTER_KEY/);
  expect(read(undefined, {}).role).toBe('all');
  const settings = read('worker', shared);
  expect(settings).toMatchObject({ role: 'worker', withSimulator: false });
  const found = { port: 7310, databaseUrl: shared.DATABASE_URL, simulatorUrl: undefined };
  expect(serverEnvironment(settings, found)).toMatchObject({ ROLE: 'worker', PORT: '7310' });
});
