import { copyFile, mkdir, open, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';

const largestBytes = 20_000_000;
const lookEveryMs = 60_000;

export interface LogFile {
  readonly path: string;
  /** Opened for appending; given to a child as its output. */
  readonly descriptor: number;
  /** The newest lines written since the file was opened. */
  lastLines(count: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * `<data>/logs/<name>.log`, and `<name>.log.1` with what came before. A child writes to the descriptor itself, so
 * a large file is copied and cut rather than renamed (it is open for appending: the next line goes to the start).
 */
export async function openLogFile(dataDir: string, name: string): Promise<LogFile> {
  const folder = join(dataDir, 'logs');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.log`);
  const handle = await open(path, 'a', 0o600);
  await rotate(path);
  const { size: sizeBefore } = await handle.stat();
  const timer = setInterval(() => void rotate(path), lookEveryMs).unref();
  return {
    path,
    descriptor: handle.fd,
    async lastLines(count) {
      const bytes = await readFile(path);
      const added = bytes.byteLength < sizeBefore ? bytes : bytes.subarray(sizeBefore);
      return added.toString().trimEnd().split('\n').slice(-count);
    },
    async close() {
      clearInterval(timer);
      await handle.close();
    },
  };
}

/** Losing a rotation (a full disk) must not take the product down; the next minute tries again. */
async function rotate(path: string): Promise<void> {
  try {
    if ((await stat(path)).size < largestBytes) return;
    await copyFile(path, `${path}.1`);
    await truncate(path);
  } catch {
    return;
  }
}
