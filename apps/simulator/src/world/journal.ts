import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { WorldRecord } from './records/registry.ts';

/**
 * The append-only list of everything that happened, one JSON record per line. A record is written before it has
 * any effect outside, so that a killed process starts again exactly where it was. Written without fsync: it
 * survives the death of the process, not of the machine, which is what a simulator has to survive.
 */
export interface Journal {
  append(record: WorldRecord): void;
  /** Every record written before, oldest first. A line torn by a kill ends the list and is cut off. */
  replay(): Iterable<WorldRecord>;
  clear(): void;
  close(): void;
}

export const memoryJournal: Journal = { append() {}, replay: () => [], clear() {}, close() {} };

export function openJournal(dataDir: string): Journal {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'journal.jsonl');
  const descriptor = openSync(path, 'a');
  return {
    append: (record) => void writeSync(descriptor, `${JSON.stringify(record)}\n`),
    replay: () => readRecords(path),
    clear: () => truncateSync(path),
    close: () => closeSync(descriptor),
  };
}

function* readRecords(path: string): Iterable<WorldRecord> {
  const bytes = readFileSync(path);
  let start = 0;
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
    // Our own file: nobody else writes it, and only whole lines are read.
    yield JSON.parse(bytes.toString('utf8', start, end)) as WorldRecord;
    start = end + 1;
  }
  if (start < bytes.length) truncateSync(path, start);
}

const lineFeed = 0x0a;
