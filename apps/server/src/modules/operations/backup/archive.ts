import type * as z from 'zod';
import { ByteReader } from '#platform/sealed-file';
import { type Closing, closingSchema, type Entry, entrySchema } from './manifest.ts';

/**
 * The content of a backup before it is sealed: records of one letter, a length (uint32) and bytes. `e` begins an entry,
 * `d` is a piece of its data, `f` ends it with what its writer found out, `z` ends the archive.
 */
const letters = { entry: 0x65, data: 0x64, end: 0x66, closing: 0x7a } as const;
const mostRecordBytes = 64 * 1024 * 1024;

export interface WrittenEntry {
  readonly entry: Entry;
  readonly data: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Asked after the data has been taken. */
  readonly findings?: () => unknown;
}

/** The bytes of an archive; `closing` is asked after the last entry. */
export async function* writeArchive(
  entries: AsyncIterable<WrittenEntry>,
  closing: () => Closing,
): AsyncGenerator<Buffer, void, undefined> {
  for await (const { entry, data, findings } of entries) {
    yield record(letters.entry, asJson(entry));
    for await (const piece of data) yield record(letters.data, piece);
    yield record(letters.end, asJson(findings?.() ?? null));
  }
  yield record(letters.closing, asJson(closing()));
}

export interface ReadEntry {
  readonly entry: Entry;
  /** To be taken to its end before anything else is asked for. */
  readonly data: AsyncGenerator<Uint8Array, void, undefined>;
  /** What stands at the end of the entry; once its data has been taken. */
  findings<Schema extends z.ZodType>(schema: Schema): z.output<Schema>;
}

/** Reads an archive entry by entry; returns its closing, and throws when there is none. */
export async function* readArchive(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadEntry, Closing, undefined> {
  const reader = new ByteReader(bytes);
  for (;;) {
    const { letter, body } = await readRecord(reader);
    if (letter === letters.closing) {
      const closing = closingSchema.parse(JSON.parse(body.toString()));
      if (!(await reader.isAtEnd())) throw new Error('The backup goes on after its end.');
      return closing;
    }
    if (letter !== letters.entry) throw new Error('The backup is not in order.');
    let findings: unknown;
    const data = readData(reader, (found) => {
      findings = found;
    });
    yield {
      entry: entrySchema.parse(JSON.parse(body.toString())),
      data,
      findings: (schema) => schema.parse(findings),
    };
  }
}

async function* readData(
  reader: ByteReader,
  onEnd: (findings: unknown) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const { letter, body } = await readRecord(reader);
    if (letter === letters.end) return onEnd(JSON.parse(body.toString()));
    if (letter !== letters.data) throw new Error('The backup is not in order.');
    yield body;
  }
}

async function readRecord(reader: ByteReader): Promise<{ readonly letter: number; readonly body: Buffer }> {
  const start = await reader.readUpTo(5);
  if (start.byteLength < 5) throw new Error('The backup ends too early.');
  const length = start.readUInt32BE(1);
  if (length > mostRecordBytes) throw new Error('The backup is not in order.');
  const body = await reader.readUpTo(length);
  if (body.byteLength < length) throw new Error('The backup ends too early.');
  return { letter: start.readUInt8(0), body };
}

function record(letter: number, body: Uint8Array): Buffer {
  const start = Buffer.alloc(5);
  start.writeUInt8(letter, 0);
  start.writeUInt32BE(body.byteLength, 1);
  return Buffer.concat([start, body]);
}

function asJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
