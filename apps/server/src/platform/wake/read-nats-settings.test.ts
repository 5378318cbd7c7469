import { expect, it } from 'vitest';
import { readNatsSettings } from './read-nats-settings.ts';

const read = (url: string, more = {}) => readNatsSettings({ NATS_URL: url, NATS_PREFIX: 'renkei', ...more });

it('finds servers and credentials in one URL or several', () => {
  expect(read('nats://one:4333,two, nats://three')).toMatchObject({
    servers: ['one:4333', 'two:4222', 'three:4222'],
    credentials: { kind: 'none' },
    tls: undefined,
  });
  expect(read('nats://me:p%40ss@one')?.credentials).toEqual({
    kind: 'password',
    user: 'me',
    password: 'p@ss',
  });
  expect(read('nats://s3cret@one')?.credentials).toEqual({ kind: 'token', token: 's3cret' });
  expect(read('nats://s3cret@one', { NATS_USER: 'me', NATS_PASSWORD: 'pass' })?.credentials).toMatchObject({
    user: 'me',
  });
  expect(read('tls://one', { NATS_CA_FILE: '/ca.pem' })?.tls).toEqual({ caFile: '/ca.pem' });
});

it('is off without an address, and repeats no password of one that it cannot read', () => {
  expect(read('')).toBeNull();
  expect(() => read('http://me:s3cret@one')).toThrow(/^(?!.*s3cret).*NATS_URL/);
});
