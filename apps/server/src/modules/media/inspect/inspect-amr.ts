import { createReadStream } from 'node:fs';
import type { FileFacts } from './file-facts.ts';

const header = '#!AMR\n';
const frameMs = 20;
/** Bytes of a frame with its first one, by the mode in it. Source: RFC 4867 §5.3, 3GPP TS 26.101 table 1. */
const frameBytes = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1];

/** AMR has no length written anywhere: its frames are counted. */
export async function inspectAmr(path: string, facts: FileFacts): Promise<FileFacts> {
  let frames = 0;
  let next = header.length;
  let at = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes: Buffer = chunk;
    while (next < at + bytes.byteLength) {
      const mode = ((bytes[next - at] ?? 0) >> 3) & 0x0f;
      next += frameBytes[mode] ?? 1;
      frames += 1;
    }
    at += bytes.byteLength;
  }
  return { ...facts, durationMs: frames * frameMs, sound: { codec: 'amr', channels: 1, tracks: 1 } };
}
