import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { ByteReader } from './byte-reader.ts';

/**
 * A file that only its key opens, written and read as a stream (the STREAM construction of Hoang, Reyhanitabar, Rogaway
 * and Vizár, 2015): AES-256-GCM over chunks of 256 KiB, numbered by their nonces, the last one marked. The open header
 * is authenticated with every chunk. Nothing can be read, changed, moved, cut off or put after the end unnoticed.
 *
 * ```
 * "renkei sealed 1\n" · length of the header (uint32) · header · chunk · chunk · … · last chunk
 * chunk = ciphertext (≤ 256 KiB; shorter only in the last) · tag (16 bytes)
 * ```
 */
const magic = Buffer.from('renkei sealed 1\n');
const chunkBytes = 256 * 1024;
const tagBytes = 16;
const mostHeaderBytes = 1024 * 1024;

/** The file is not one of ours, was damaged or changed, or ends too early. */
export class NotSealed extends Error {
  override readonly name = 'NotSealed';
}

export async function* seal(
  header: Uint8Array,
  key: Uint8Array,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, void, undefined> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.byteLength);
  yield Buffer.concat([magic, length, header]);
  const associated = digest(header);
  const reader = new ByteReader(content);
  for (let number = 0; ; number += 1) {
    const chunk = await reader.readUpTo(chunkBytes);
    const isLast = await reader.isAtEnd();
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(associated);
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    if (isLast) return;
  }
}

export interface SealedFile {
  /** Not to be trusted before the first chunk has been opened: whoever changed it has no key. */
  readonly header: Buffer;
  /** The content; throws `NotSealed` where it is not what was sealed. To be called once. */
  open(key: Uint8Array): AsyncGenerator<Buffer, void, undefined>;
}

/** Throws `NotSealed` when this is no sealed file. */
export async function readSealed(file: AsyncIterable<Uint8Array>): Promise<SealedFile> {
  const reader = new ByteReader(file);
  const start = await reader.readUpTo(magic.byteLength + 4);
  if (start.byteLength < magic.byteLength + 4 || !start.subarray(0, magic.byteLength).equals(magic)) {
    throw new NotSealed('This is no sealed file of Renkei.');
  }
  const headerBytes = start.readUInt32BE(magic.byteLength);
  if (headerBytes > mostHeaderBytes) throw new NotSealed('The header is too long.');
  const header = await reader.readUpTo(headerBytes);
  if (header.byteLength < headerBytes) throw new NotSealed('The file ends within its header.');
  return { header, open: (key) => openChunks(reader, digest(header), key) };
}

async function* openChunks(
  reader: ByteReader,
  associated: Buffer,
  key: Uint8Array,
): AsyncGenerator<Buffer, void, undefined> {
  for (let number = 0; ; number += 1) {
    const sealed = await reader.readUpTo(chunkBytes + tagBytes);
    const isLast = await reader.isAtEnd();
    if (sealed.byteLength < tagBytes) throw new NotSealed('The file ends too early.');
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(associated);
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    const opened = decipher.update(sealed.subarray(0, -tagBytes));
    try {
      decipher.final();
    } catch (error) {
      throw new NotSealed('The file is damaged, was changed or was cut off.', { cause: error });
    }
    yield opened;
    if (isLast) return;
  }
}

/** Never the same twice under one key: 11 bytes of number, one that marks the last chunk. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

function digest(header: Uint8Array): Buffer {
  return createHash('sha256').update(header).digest();
}
