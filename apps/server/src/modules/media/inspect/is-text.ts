import { open } from 'node:fs/promises';

/** In the order tried: the first that fits is the one. Shift_JIS is what Japanese spreadsheets still write. */
const encodings = ['utf-8', 'shift_jis', 'euc-jp'] as const;
const judgedBytes = 65_536;

/** Whether the first 64 kB are text that a person would read, in an encoding that is still in use. */
export async function isText(path: string): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(judgedBytes), 0, judgedBytes, 0);
  const bytes = buffer.subarray(0, bytesRead);
  if (bytesRead === 0) return false;
  const marked = markedEncoding(bytes);
  return (marked ? [marked] : encodings).some((encoding) => isReadable(bytes, encoding));
}

function markedEncoding(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function isReadable(bytes: Buffer, encoding: string): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    // Control characters that text does not have.
    return !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
