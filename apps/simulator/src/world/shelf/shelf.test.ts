import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { createLineFile } from './line-file.ts';
import { Shelf } from './shelf.ts';

interface Item {
  readonly id: string;
  status: string;
  done: boolean;
}

const folder = mkdtempSync(join(tmpdir(), 'renkei-shelf-'));
const opened: Shelf<Item>[] = [];
afterEach(() => {
  for (const shelf of opened.splice(0)) shelf.clear();
});

function createShelf(hotCount: number): Shelf<Item> {
  const shelf = new Shelf<Item>({
    idOf: ({ id }) => id,
    isSettled: ({ done }) => done,
    encode: (item) => item,
    decode: (written) => written as Item,
    openFile: () => createLineFile(join(folder, `${opened.length}.jsonl`)),
    hotCount,
  });
  opened.push(shelf);
  return shelf;
}

test('whatever leaves memory is found again by id and by position, with its latest change', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(60), fc.constantFrom('sent', 'delivered', '既読 ✓')), { maxLength: 200 }),
      (changes) => {
        const shelf = createShelf(5);
        const model = Array.from({ length: 61 }, (_, index) => ({
          id: `wamid.${index}`,
          status: 'accepted',
          done: index % 7 !== 0,
        }));
        for (const item of model) shelf.add({ ...item });
        for (const [index, status] of changes) {
          const item = shelf.get(`wamid.${index}`);
          if (!item) throw new Error('lost');
          item.status = status;
          model[index] = { ...item };
        }
        expect(shelf.slice(0, 100)).toEqual(model);
        expect(model.map(({ id }) => shelf.get(id))).toEqual(model);
        expect(shelf.has('wamid.61')).toBe(false);
        expect(shelf.length).toBe(61);
      },
    ),
    { numRuns: 50 },
  );
});

test('what is not settled never leaves memory', () => {
  const shelf = createShelf(2);
  const waiting = { id: 'waiting', status: 'sent', done: false };
  shelf.add(waiting);
  for (let index = 0; index < 100; index += 1) shelf.add({ id: `${index}`, status: 'read', done: true });
  expect(shelf.get('waiting')).toBe(waiting);
  expect([...shelf.inMemory()].length).toBeLessThanOrEqual(4);
});

test('a cleared shelf is empty and can be filled again', () => {
  const shelf = createShelf(1);
  for (const id of ['a', 'b', 'c']) shelf.add({ id, status: 'read', done: true });
  shelf.clear();
  expect(shelf.length).toBe(0);
  expect(shelf.get('a')).toBeUndefined();
  shelf.add({ id: 'a', status: 'again', done: true });
  expect(shelf.slice(0, 10)).toEqual([{ id: 'a', status: 'again', done: true }]);
});
