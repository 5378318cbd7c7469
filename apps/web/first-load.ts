import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What is promised: the scripts of a first load, compressed. */
const promisedBytes = 250_000;

/** Stops a build whose first load has grown beyond the promise, and says what each file adds. */
export function limitFirstLoad(limitBytes = promisedBytes): Plugin {
  return {
    name: 'renkei-first-load',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = measureFirstLoad(bundle);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      if (bytes <= limitBytes) return;
      const list = files.map((file) => `${file.name}: ${file.bytes}`).join(', ');
      this.error(
        `the first load is ${bytes} bytes of compressed script, ${limitBytes} are promised (${list})`,
      );
    },
  };
}

/** What a browser fetches before anything is shown: the entry, what that imports, and the sentences of one language. */
export function measureFirstLoad(
  bundle: Rolldown.OutputBundle,
): readonly { readonly name: string; readonly bytes: number }[] {
  const sizes = firstChunks(bundle).map(({ fileName, code }) => ({ name: fileName, bytes: sizeOf(code) }));
  const catalogs = Object.values(bundle).flatMap((file) =>
    file.type === 'chunk' && file.facadeModuleId?.endsWith('.po?first')
      ? [{ name: file.fileName, bytes: sizeOf(file.code) }]
      : [],
  );
  const largest = catalogs.toSorted((left, right) => right.bytes - left.bytes).slice(0, 1);
  return [...sizes, ...largest];
}

/** What the entry imports, and what that imports. */
export function firstChunks(bundle: Rolldown.OutputBundle): readonly Rolldown.OutputChunk[] {
  const chunks = new Set<Rolldown.OutputChunk>();
  const add = (file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined) => {
    if (file?.type !== 'chunk' || chunks.has(file)) return;
    chunks.add(file);
    for (const name of file.imports) add(bundle[name]);
  };
  for (const file of Object.values(bundle)) if (file.type === 'chunk' && file.isEntry) add(file);
  return [...chunks];
}

function sizeOf(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
