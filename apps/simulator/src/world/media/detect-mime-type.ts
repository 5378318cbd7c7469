import { open } from 'node:fs/promises';
import { type FileTypeResult, fileTypeFromBuffer, fileTypeFromFile } from 'file-type';

/**
 * The MIME types these bytes may go under, in Meta's spelling, the likeliest first; empty when nobody knows. Some
 * containers fit several: the old Office formats share one, and an MP4 may hold sound only. OGG counts as
 * `audio/ogg` only with OPUS inside (Meta: audio messages).
 */
export async function detectMimeType(bytes: Uint8Array): Promise<readonly string[]> {
  return namesOf(await fileTypeFromBuffer(bytes), bytes);
}

/** The same for a file on disk, of which only the parts that tell are read. */
export async function detectMimeTypeOfFile(path: string): Promise<readonly string[]> {
  return namesOf(await fileTypeFromFile(path), await readHead(path));
}

/** The first bytes of a file on disk. */
export async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(probeBytes), 0, probeBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function namesOf(type: FileTypeResult | undefined, head: Uint8Array): readonly string[] {
  if (!type) return looksLikeText(head) ? ['text/plain'] : [];
  return aliases[type.mime] ?? [type.mime];
}

/** What file-type calls otherwise. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  'audio/x-m4a': ['audio/mp4'],
  'video/mp4': ['video/mp4', 'audio/mp4'],
  'video/3gpp2': ['video/3gpp'],
  'audio/ogg; codecs=opus': ['audio/ogg'],
  'audio/ogg': ['audio/ogg; codecs=vorbis'],
  'application/x-cfb': ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
};

const probeBytes = 4096;

/** No control characters in the first kilobytes: good enough to tell a text from a program. */
function looksLikeText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  return bytes
    .subarray(0, probeBytes)
    .every((byte) => byte >= 0x20 || (byte >= 0x07 && byte <= 0x0d) || byte === 0x1b);
}
