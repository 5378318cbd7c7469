import type { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGuardedClient } from './guarded-client.ts';

let server: Server;
let port: number;
const received: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    received.push(String(request.url));
    if (request.url === '/moved')
      response.writeHead(302, { location: `http://127.0.0.1:${port}/inner` }).end();
    else if (request.url === '/long') response.end('x'.repeat(1024 * 1024));
    else if (request.url === '/silent') setTimeout(() => response.destroy(), 2_000).unref();
    else response.end('ok');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const request = { headers: { 'content-type': 'application/json' }, body: '{}' };

/** Every name is where the test says; nothing is asked of the network. */
function resolvingTo(address: string): typeof lookup {
  const answer = (_name: string, _options: unknown, done: (e: null, list: object[]) => void) =>
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  return answer as unknown as typeof lookup;
}

describe('an address that a person gives', () => {
  test.each(forbiddenUrls())('is not called when it leads inside: %s', async (url) => {
    const dialled: string[] = [];
    const dial = () => (options: { hostname: string }) => void dialled.push(options.hostname);
    const client = createGuardedClient({ allowed: '', timeoutMs: 500, dial });
    expect(await client.post(url.replace(':PORT', `:${port}`), request)).toEqual({
      answered: false,
      reason: 'forbidden_address',
    });
    expect(dialled).toEqual([]);
    await client.close();
  });

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '0.0.0.0',
    '100.64.0.1',
  ])('is checked by what its name resolves to: %s', async (address) => {
    const client = createGuardedClient({ allowed: '', resolve: resolvingTo(address) });
    expect(await client.post('https://hooks.example.com/', request)).toEqual({
      answered: false,
      reason: 'forbidden_address',
    });
    await client.close();
  });

  test('is called where the operator allows it, by network or by name', async () => {
    const byNetwork = createGuardedClient({ allowed: '127.0.0.0/8' });
    expect(await byNetwork.post(`http://127.0.0.1:${port}/`, request)).toMatchObject({
      status: 200,
      body: 'ok',
    });
    expect(await byNetwork.post('http://10.0.0.1/', request)).toMatchObject({ reason: 'forbidden_address' });
    await byNetwork.close();
    const byName = createGuardedClient({ allowed: 'inside.test', resolve: resolvingTo('127.0.0.1') });
    expect(await byName.post(`http://inside.test:${port}/`, request)).toMatchObject({ status: 200 });
    await byName.close();
  });

  test.each([
    '169.254.169.254',
    '169.254.170.2',
    '168.63.129.16',
    '100.100.100.200',
    '192.0.0.192',
    'fd00:ec2::254',
    'fd20:ce::254',
    '::ffff:169.254.169.254',
  ])('is not called where a machine is told its credentials, whatever is allowed: %s', async (address) => {
    const dial = () => () => expect.unreachable('dialled');
    const allowed = `0.0.0.0/0,::/0,inside.test,${address}`;
    const client = createGuardedClient({ allowed, resolve: resolvingTo(address), dial });
    const forbidden = { answered: false, reason: 'forbidden_address' };
    const host = address.includes(':') ? `[${address}]` : address;
    expect(await client.post(`http://${host}/latest/meta-data`, request)).toEqual(forbidden);
    await client.close();
    const byName = createGuardedClient({ allowed, resolve: resolvingTo(address) });
    expect(await byName.post('http://inside.test/latest/meta-data', request)).toEqual(forbidden);
    await byName.close();
  });

  test('is told of when it is refused, by what it says or by where its name leads', async () => {
    const refused: string[] = [];
    const onRefused = (where: string) => void refused.push(where);
    const client = createGuardedClient({ allowed: '', resolve: resolvingTo('10.0.0.1'), onRefused });
    await client.post('https://hooks.example.com/', request);
    await client.post('https://127.0.0.1/', request);
    client.isAcceptable('http://hooks.example.com/');
    client.isAcceptable('https://hooks.example.com/');
    expect(refused).toEqual(['name', 'address', 'address']);
    await client.close();
  });

  test('is accepted only if it would be called: a name is allowed at every port, and never with one', async () => {
    const client = createGuardedClient({ allowed: 'inside.test,other.test:8080,::1' });
    expect(client.isAcceptable('http://inside.test:8080/')).toBe(true);
    expect(client.isAcceptable('http://other.test:8080/')).toBe(false);
    expect(client.isAcceptable('http://[::1]:8080/')).toBe(true);
    await client.close();
  });

  test('is not left for where a redirect points', async () => {
    const client = createGuardedClient({ allowed: '127.0.0.0/8' });
    const before = received.length;
    expect(await client.post(`http://127.0.0.1:${port}/moved`, request)).toMatchObject({ status: 302 });
    expect(received.slice(before)).toEqual(['/moved']);
    await client.close();
  });

  test('has a limited time and gives a limited answer', async () => {
    const client = createGuardedClient({ allowed: '127.0.0.0/8', timeoutMs: 200 });
    expect(await client.post(`http://127.0.0.1:${port}/silent`, request)).toMatchObject({
      reason: 'timeout',
    });
    await client.close();
    const patient = createGuardedClient({ allowed: '127.0.0.0/8' });
    const answer = await patient.post(`http://127.0.0.1:${port}/long`, request);
    expect(answer).toMatchObject({ answered: true, body: 'x'.repeat(16 * 1024) });
    await patient.close();
  });
});

/** Ways to write addresses inside, each with several schemes and places of the port. */
function forbiddenUrls(): readonly string[] {
  const loopback = [
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '127.255.255.254',
    '0x7f.0.0.1',
    '0x7f000001',
    '2130706433',
  ];
  const octal = [
    '0177.0.0.1',
    '0177.0000.0000.0001',
    '017700000001',
    '127.0.0.1.',
    '①②⑦.⓪.⓪.①',
    '１２７.0.0.1',
  ];
  const wide = ['0.0.0.0', '0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255'];
  const more = [
    '192.168.0.1',
    '192.168.255.255',
    '169.254.169.254',
    '169.254.170.2',
    '100.64.0.1',
    '100.127.255.255',
  ];
  const special = [
    '192.0.0.8',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '239.1.1.1',
  ];
  const last = [
    '240.0.0.1',
    '255.255.255.255',
    '0xa9fea9fe',
    '2852039166',
    '0251.0376.0251.0376',
    '0xa9.0xfe.0xa9.0xfe',
  ];
  const v6 = [
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:10.0.0.1]',
    '[::ffff:a9fe:a9fe]',
  ];
  const mapped = [
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::a00:1]',
    '[2002:7f00:1::]',
    '[2002:a00:1::1]',
    '[2001:0:4136:e378::]',
  ];
  const local = [
    '[fe80::1]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[ff02::1]',
    '[::127.0.0.1]',
    '[0:0:0:0:0:0:0:1]',
  ];
  const written = ['[0000::0001]', '[::0001]', '[::ffff:0:127.0.0.1]', '[100::1]', '[2001:db8::1]'];
  const hosts = [
    ...loopback,
    ...octal,
    ...wide,
    ...more,
    ...special,
    ...last,
    ...v6,
    ...mapped,
    ...local,
    ...written,
  ];
  const urls = hosts.flatMap((host) => [
    `https://${host}/`,
    `https://${host}:PORT/hook`,
    `http://${host}/`,
    `http://${host}:PORT/`,
    `HTTPS://${host}/latest/meta-data`,
  ]);
  const schemes = [
    'file:///etc/passwd',
    'ftp://example.com/',
    'gopher://example.com/',
    'data:text/plain,x',
    'not a url',
  ];
  const credentials = [
    'https://user:password@example.com/',
    'https://example.com@127.0.0.1/',
    'http://example.com/',
  ];
  return [...urls, ...schemes, ...credentials, '', 'https://', '//example.com', 'javascript:alert(1)'];
}
