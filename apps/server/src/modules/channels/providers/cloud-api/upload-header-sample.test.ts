import { Readable } from 'node:stream';
import { type Simulator, startSimulator } from '@renkei/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CuttingProxy, openCuttingProxy } from '../../../../../test/open-cutting-proxy.ts';
import type { ProviderClient } from '../../port.ts';
import { createCloudApiProvider } from './index.ts';

let simulator: Simulator;
let proxy: CuttingProxy;
const provided: { close(): Promise<void> }[] = [];
let connect: (graphUrl: string) => ProviderClient;
const cutAfterBytes = 300_000;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7 });
  proxy = await openCuttingProxy(simulator.url, cutAfterBytes);
  const accessToken = 'EAAtoken';
  const app = { secret: 'app-secret', accessToken, verifyToken: 'verify-token-1234', fields: ['messages'] };
  const world = await simulator.control.mergeWorld({
    wabas: [{ phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0100' }] }],
    apps: [app],
  });
  connect = (graphUrl) => {
    const provider = createCloudApiProvider({ graphUrl, graphVersion: 'v25.0', now: () => new Date() });
    provided.push(provider);
    return provider.connect({
      accessToken,
      appSecret: app.secret,
      wabaId: world.wabas[0]?.id ?? '',
      phoneNumberId: world.wabas[0]?.phoneNumbers[0]?.id ?? '',
      phoneNumber: '81355500100',
      settings: {},
      webhookUrl: '',
    });
  };
});
afterAll(async () => {
  for (const provider of provided) await provider.close();
  await proxy.close();
  await simulator.stop();
});

/** A JPEG by its first and last bytes, large enough to be cut in the middle. */
const picture = Buffer.alloc(600_000, 7);
Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex').copy(picture);
picture.set([0xff, 0xd9], picture.byteLength - 2);
const named = { sizeBytes: picture.byteLength, mimeType: 'image/jpeg', fileName: 'header.jpg' };

describe('the sample of a template header', () => {
  it('is given a handle', async () => {
    const bytes = (from: number) => Readable.from([picture.subarray(from)]);
    const { handle } = await connect(simulator.url).uploadHeaderSample({ ...named, bytes });
    expect(handle).toMatch(/^4::/);
  });

  it('goes on where a broken connection ended', async () => {
    const asked: number[] = [];
    const bytes = (from: number) => {
      asked.push(from);
      return Readable.from([picture.subarray(from)]);
    };
    const { handle } = await connect(proxy.origin).uploadHeaderSample({ ...named, bytes });
    expect(handle).toMatch(/^4::/);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toBe(0);
    expect(asked[1]).toBeGreaterThan(0);
    expect(asked[1]).toBeLessThan(cutAfterBytes);
  });

  it('is refused at once when it is of a kind that headers do not have', async () => {
    const bytes = () => Readable.from([Buffer.from('text')]);
    const sample = { bytes, sizeBytes: 4, mimeType: 'text/plain', fileName: 'a.txt' };
    await expect(connect(simulator.url).uploadHeaderSample(sample)).rejects.toMatchObject({
      name: 'ProviderCallError',
      refusal: { code: 100 },
    });
  });
});
