import { Worker } from 'node:worker_threads';

export interface Pixels {
  /** Red, green, blue and transparency, upright. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const timeoutMs = 60_000;

/** Decodes a HEIC picture in a thread of its own: it takes a second, and its memory is given back with the thread. */
export function decodeHeic(path: string): Promise<Pixels> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), {
      workerData: path,
      // The decoder writes its complaints there; they come as an error as well.
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => {
      reject(new Error(`A HEIC picture was not decoded within ${timeoutMs} ms.`));
      void worker.terminate();
    }, timeoutMs);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The decoder of HEIC ended with ${code}.`));
    });
  });
}
