import { type FileHandle, open } from 'node:fs/promises';
import { endingOf } from './ending-of.ts';

/**
 * Which of Office's old formats a compound file is, by the names of the streams in it; undefined for none of them (an
 * installer, a thumbnail cache, a mail). New formats under a password are compound files, too: there the ending decides.
 * Source: Microsoft, MS-CFB 2.2 and 2.6; MS-DOC 2.1; MS-XLS 2.1; MS-PPT 2.1; MS-OFFCRYPTO 1.3.
 */
export async function readCompoundKind(path: string, fileName: string | null): Promise<string | undefined> {
  await using file = await open(path);
  const names = await readStreamNames(file);
  if (names.has('EncryptedPackage')) return encryptedTypes[endingOf(fileName)];
  return streamTypes.find(([name]) => names.has(name))?.[1];
}

const streamTypes: readonly (readonly [string, string])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
];

const openXml = 'application/vnd.openxmlformats-officedocument';
const encryptedTypes: Readonly<Record<string, string>> = {
  docx: `${openXml}.wordprocessingml.document`,
  xlsx: `${openXml}.spreadsheetml.sheet`,
  pptx: `${openXml}.presentationml.presentation`,
};

const headerBytes = 512;
const entryBytes = 128;
/** Far more than a document has; a loop in a made-up chain ends here. */
const maxSectors = 64;
const lastSector = 0xffff_fffa;

async function readStreamNames(file: FileHandle): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const header = await readAt(file, 0, headerBytes);
  if (header.byteLength < headerBytes) return names;
  const sectorBytes = header.readUInt16LE(30) === 12 ? 4096 : 512;
  const readSector = (sector: number) => readAt(file, (sector + 1) * sectorBytes, sectorBytes);
  let sector = header.readUInt32LE(48);
  for (let read = 0; read < maxSectors && sector <= lastSector; read += 1) {
    addNames(names, await readSector(sector));
    sector = await nextSector(header, sector, sectorBytes, readSector);
  }
  return names;
}

function addNames(names: Set<string>, directory: Buffer): void {
  for (let at = 0; at + entryBytes <= directory.byteLength; at += entryBytes) {
    const nameBytes = directory.readUInt16LE(at + 64);
    if (nameBytes >= 2 && nameBytes <= 64) names.add(directory.toString('utf16le', at, at + nameBytes - 2));
  }
}

/** The chain of sectors is in the allocation table, whose first 109 sectors the header names: 7 MB of file and more. */
async function nextSector(
  header: Buffer,
  sector: number,
  sectorBytes: number,
  readSector: (sector: number) => Promise<Buffer>,
): Promise<number> {
  const perSector = sectorBytes / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return lastSector + 1;
  const entries = await readSector(header.readUInt32LE(76 + table * 4));
  const at = (sector % perSector) * 4;
  return at + 4 <= entries.byteLength ? entries.readUInt32LE(at) : lastSector + 1;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
