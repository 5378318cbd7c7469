import * as z from 'zod';

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** As npm wrote it into the lock file; absent if the package does not say. */
  readonly licence: string | undefined;
}

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      link: z.boolean().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** What runs in production on any system, not only what is installed on this one: all that is not `dev` in the lock. */
export function listProductionPackages(lock: unknown): readonly LockedPackage[] {
  const found = new Map<string, LockedPackage>();
  for (const [path, entry] of Object.entries(lockSchema.parse(lock).packages)) {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (!path.includes('node_modules/') || entry.link || entry.dev) continue;
    found.set(`${name}@${entry.version}`, { name, version: entry.version ?? '', licence: entry.license });
  }
  return [...found.values()].toSorted(
    (a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version),
  );
}
