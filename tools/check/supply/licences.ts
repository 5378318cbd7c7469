/**
 * Every package that runs in production, on any system, has a licence we may use; docs/licences.md lists them.
 *
 * The lock file says which packages these are and what they claim; license-checker looks into the installed ones, so
 * that a package without a claim, or whose licence file says something else, is noticed. Libraries that speak WhatsApp's
 * private protocol fail, whatever their licence and wherever they are needed.
 */
import * as z from 'zod';
import type { Findings, Guard } from '../guard.ts';
import { readText } from '../repository.ts';
import { describeFailure, runTool } from '../run-tool.ts';
import { isAllowed, unofficial } from './licence-rules.ts';
import { listProductionPackages } from './production-packages.ts';

const installedSchema = z.record(
  z.string(),
  z.object({ licenses: z.union([z.string(), z.array(z.string())]).optional() }),
);
const lockSchema = z.object({ packages: z.record(z.string(), z.unknown()) });

export const licences: Guard = { name: 'licences', check };

async function check(): Promise<Findings> {
  const lock = lockSchema.parse(JSON.parse(readText('package-lock.json')));
  const production = listProductionPackages(lock);
  const installed = await readInstalled();
  const problems = production.flatMap(({ name, version, licence }) =>
    [licence, installed.get(`${name}@${version}`) ?? licence]
      .filter((claim) => !isAllowed(name, claim))
      .map((claim) => `package-lock.json: ${name} ${version} has the licence ${claim ?? '(none)'}`),
  );
  const forbidden = Object.keys(lock.packages)
    .filter((path) => unofficial.test(path.split('node_modules/').at(-1) ?? ''))
    .map((path) => `package-lock.json: ${path} speaks WhatsApp's private protocol`);
  return {
    looked: { count: production.length, at: 'production packages of all systems' },
    problems: [...new Set([...problems, ...forbidden])],
  };
}

/** What the licence files of the installed packages say; a trailing `*` marks a guess from the text. */
async function readInstalled(): Promise<ReadonlyMap<string, string>> {
  const answer = await runTool('license-checker-rseidelsohn', ['--json', '--excludePrivatePackages']);
  if (answer.status !== 0) throw new Error(describeFailure('license-checker', answer));
  const packages = installedSchema.parse(JSON.parse(answer.stdout));
  return new Map(
    Object.entries(packages).map(([name, entry]) => [
      name,
      [entry.licenses ?? []].flat().join(' AND ').replaceAll('*', ''),
    ]),
  );
}
