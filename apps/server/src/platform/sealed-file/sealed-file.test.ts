import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createFileKey, findFileKey, type Secret } from './keys.ts';
import { NotSealed, readSealed, seal } from './seal.ts';

const key = randomBytes(32);
const header = Buffer.from('{"made":"today"}');
const chunk = 256 * 1024;

async function* inParts(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.byteLength; from += size) yield content.subarray(from, from + size);
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

const sealAll = (content: Uint8Array, partSize = 70_001) =>
  collect(seal(header, key, inParts(content, partSize)));
const openAll = async (file: Uint8Array, otherKey: Uint8Array = key) =>
  collect((await readSealed(inParts(file, 33_333))).open(otherKey));

describe('a sealed file', () => {
  test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 17])(
    'gives %i bytes back',
    async (size) => {
      const content = randomBytes(size);
      const file = await sealAll(content);
      expect(await openAll(file)).toEqual(content);
      expect((await readSealed(inParts(file, 10))).header).toEqual(header);
    },
  );

  test('shows nothing of its content', async () => {
    const file = await sealAll(Buffer.from('a secret that nobody may see'.repeat(100)));
    expect(file.includes('a secret that nobody may see')).toBe(false);
  });

  test('does not open with another key', async () => {
    await expect(openAll(await sealAll(randomBytes(1000)), randomBytes(32))).rejects.toThrow(NotSealed);
  });

  test('does not open after any one bit has changed, its header included', async () => {
    const file = await sealAll(randomBytes(chunk + 500));
    const places = [0, 5, 17, 22, 30, 40, 1000, chunk + 30, chunk + 60, file.byteLength - 1];
    for (const place of places) {
      const changed = Buffer.from(file);
      changed.writeUInt8(changed.readUInt8(place) ^ 0b100, place);
      await expect(openAll(changed), `byte ${place}`).rejects.toThrow(NotSealed);
    }
  });

  test('does not open when it was cut off, even at the border of a chunk, or when something follows', async () => {
    const file = await sealAll(randomBytes(3 * chunk));
    const start = file.byteLength - 3 * (chunk + 16);
    for (const bytes of [
      10,
      start,
      start + 100,
      start + chunk + 16,
      start + 2 * (chunk + 16),
      file.byteLength - 1,
    ]) {
      await expect(openAll(file.subarray(0, bytes)), `${bytes} bytes`).rejects.toThrow(NotSealed);
    }
    await expect(openAll(Buffer.concat([file, Buffer.from('x')]))).rejects.toThrow(NotSealed);
  });

  test('does not open when two of its chunks change places', async () => {
    const file = await sealAll(randomBytes(3 * chunk));
    const size = chunk + 16;
    const start = file.byteLength - 3 * size;
    const part = (number: number) => file.subarray(start + number * size, start + (number + 1) * size);
    const swapped = Buffer.concat([file.subarray(0, start), part(1), part(0), part(2)]);
    await expect(openAll(swapped)).rejects.toThrow(NotSealed);
  });
});

describe('the key of a file', () => {
  const secrets: readonly Secret[] = [
    { source: 'master-key', key: randomBytes(32) },
    { source: 'passphrase', passphrase: '正しい馬の電池ホッチキス' },
  ];

  test.each(secrets)(
    'is found again by the same $source, and is another one for every file',
    async (secret) => {
      const one = await createFileKey(secret);
      const other = await createFileKey(secret);
      expect(one.key).not.toEqual(other.key);
      expect((await findFileKey(secret, one.description))?.key).toEqual(one.key);
    },
  );

  test('is not found by another secret', async () => {
    const [master, passphrase] = secrets;
    if (!master || !passphrase) throw new Error('no secrets');
    const { description } = await createFileKey(master);
    expect(await findFileKey(passphrase, description)).toBeUndefined();
    expect(await findFileKey({ source: 'master-key', key: randomBytes(32) }, description)).toBeUndefined();
  });
});
