import { Readable } from 'node:stream';
import type { RouteDefinition } from '@renkei/contract';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readLines } from './read-lines.ts';

const route = {
  name: 'many',
  method: 'POST',
  path: '/v1/many',
  summary: '',
  access: 'session',
  accepts: 'lines',
  line: z.strictObject({ n: z.number() }),
  response: z.object({}),
} as const satisfies RouteDefinition;

async function read(chunks: readonly (string | Buffer)[]) {
  const lines: unknown[] = [];
  const body = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  for await (const line of readLines(route, { body })) {
    lines.push('refusal' in line ? [line.number, line.refusal.code] : [line.number, line.value]);
  }
  return lines;
}

describe('a body of lines', () => {
  test('is read line by line however it is cut, also in the middle of a character', async () => {
    const text = Buffer.from('{"n":1}\n{"n":2}\r\n\n{"n":4}');
    for (let size = 1; size <= text.length; size += 1) {
      const chunks = [];
      for (let at = 0; at < text.length; at += size) chunks.push(text.subarray(at, at + size));
      expect(await read(chunks)).toEqual([
        [1, { n: 1 }],
        [2, { n: 2 }],
        [4, { n: 4 }],
      ]);
    }
  });

  test('tells which lines are wrong and goes on', async () => {
    expect(await read(['{"n":1}\n{"n":"two"}\nthree\nnull\n{"n":5,"m":1}\n{"n":6}\n'])).toEqual([
      [1, { n: 1 }],
      [2, 'invalid_request'],
      [3, 'invalid_request'],
      [4, 'invalid_request'],
      [5, 'invalid_request'],
      [6, { n: 6 }],
    ]);
  });

  test('is refused when a line never ends, before it fills the memory', async () => {
    let given = 0;
    const endless = Readable.from(
      (function* () {
        for (; given < 10_000; given += 1) yield Buffer.alloc(1024, 'x');
      })(),
    );
    const reading = readLines(route, { body: endless });
    await expect(reading.next()).rejects.toMatchObject({ code: 'invalid_request' });
    expect(given).toBeLessThan(200);
  });

  test('is refused when it is none', async () => {
    await expect(readLines(route, { body: { n: 1 } }).next()).rejects.toMatchObject({
      code: 'invalid_request',
    });
    await expect(readLines(route, { body: undefined }).next()).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });
});
