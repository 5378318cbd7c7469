// Loads the server with edits of its source text: one deliberate mistake (RENKEI_MUTANT), so that the harness can show
// that it would notice, or a clock that runs ahead (RENKEI_CLOCK_AHEAD_MS, negative: behind), so that nobody waits an hour
// for what takes one. The product itself has no switch for either.
import { registerHooks } from 'node:module';
import { assertFitting, editSource, editsOf } from './mutants/edit-source.mjs';

const mutantName = process.env['RENKEI_MUTANT'];
const clockAheadMs = Number(process.env['RENKEI_CLOCK_AHEAD_MS'] ?? 0);

const clockEdits = [
  {
    file: 'platform/clock/index.ts',
    find: 'now: () => new Date()',
    put: `now: () => new Date(Date.now() + ${clockAheadMs})`,
  },
];
assertFitting(clockEdits, 'the clock');
const edits = [...(mutantName ? editsOf(mutantName) : []), ...(clockAheadMs === 0 ? [] : clockEdits)];

if (edits.length > 0) {
  registerHooks({
    load(url, context, nextLoad) {
      const result = nextLoad(url, context);
      if (!url.startsWith('file:') || result.source === undefined || result.source === null) return result;
      const text =
        typeof result.source === 'string' ? result.source : new TextDecoder().decode(result.source);
      const source = editSource(url, text, edits);
      return source === text ? result : { ...result, source };
    },
  });
}
