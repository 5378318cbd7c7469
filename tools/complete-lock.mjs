// Adds to package-lock.json the platform binaries that npm left out. npm writes down only the optional packages it could
// fetch where the file was made (https://github.com/npm/cli/issues/4828; a mirror may lack other platforms), and then
// `npm ci` refuses the file, or installs nothing on the platforms left out. Run it after every change of dependencies:
//   npm install --package-lock-only --ignore-scripts && node tools/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap/root.mjs';

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   optionalDependencies?: Record<string, string> }} Entry
 */

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
/** @type {Record<string, Entry>} */
const packages = lock.packages;

const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name, range]) => isExact(range) && lockedFor(path, name)?.version !== range)
    .map(([name, version]) => ({ path, name, version, dev: entry.dev })),
);
for (const { path, name, version, dev } of missing) {
  // At the top, unless another version has that place.
  const place = `node_modules/${name}` in packages ? `${path}/node_modules/${name}` : `node_modules/${name}`;
  packages[place] = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true };
}
const [own, ...others] = Object.entries(packages);
lock.packages = Object.fromEntries([own ?? ['', {}], ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Platform packages added: ${missing.length}`);

/** @param {string} range */
function isExact(range) {
  return /^\d+\.\d+\.\d+/.test(range);
}

/**
 * As Node.js looks packages up: beside the dependent, then in every folder above it.
 * @param {string} path
 * @param {string} name
 */
function lockedFor(path, name) {
  for (let from = path; ; from = from.replace(/\/?(node_modules\/)?(@[^/]+\/)?[^/]+$/, '')) {
    const found = packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`];
    if (found !== undefined || from === '') return found;
  }
}

/**
 * Such packages bear their platform in their name, e.g. `@rolldown/binding-linux-x64-musl`.
 * @param {string} name
 */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) =>
    /^(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|windows)$/.test(word),
  );
  const cpu = words.find((word) =>
    /^(arm|arm64|ia32|loong64|mips64el|ppc64|riscv64|s390x|universal|wasm32|x64)$/.test(word),
  );
  const libc =
    words.includes('musl') || words.includes('musleabihf')
      ? 'musl'
      : words.includes('gnu')
        ? 'glibc'
        : undefined;
  return {
    ...(os === undefined ? {} : { os: [os === 'windows' ? 'win32' : os] }),
    ...(cpu === undefined || cpu === 'universal' ? {} : { cpu: [cpu] }),
    ...(libc === undefined ? {} : { libc: [libc] }),
  };
}
