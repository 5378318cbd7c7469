// Loads the server with edits of its source text: one deliberate mistake (RENKEI_MUTANT), so that the harness can show
// that it would notice, or a clock that runs ahead (RENKEI_CLOCK_AHEAD_MS), so that nobody waits an hour for what takes
// one. The product itself has no switch for either.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { mutants } from './mutants.mjs';

const sources = new URL('../../apps/server/src/', import.meta.url);
const mutantName = process.env['RENKEI_MUTANT'];
const clockAheadMs = Number(process.env['RENKEI_CLOCK_AHEAD_MS'] ?? 0);

if (mutantName !== undefined && mutants[mutantName] === undefined) throw new Error(`No mutant ${mutantName}`);
const edits = mutantName === undefined ? [] : [...(mutants[mutantName]?.edits ?? [])];
if (clockAheadMs !== 0) {
  edits.push({
    file: 'platform/clock/index.ts',
    find: 'now: () => new Date()',
    put: `now: () => new Date(Date.now() + ${clockAheadMs})`,
  });
}

// An edit that no longer fits would be a mistake that is never made, and a harness that proves nothing.
for (const { file, find } of edits) {
  if (!readFileSync(new URL(file, sources), 'utf8').includes(find))
    throw new Error(`An edit no longer fits ${file}`);
}

if (edits.length > 0) {
  registerHooks({
    load(url, context, nextLoad) {
      const result = nextLoad(url, context);
      const fitting = edits.filter(({ file }) => url === new URL(file, sources).href);
      if (fitting.length === 0) return result;
      const original =
        typeof result.source === 'string' ? result.source : new TextDecoder().decode(result.source);
      const source = fitting.reduce((text, { find, put }) => text.replace(find, put), original);
      return { ...result, source };
    },
  });
}
