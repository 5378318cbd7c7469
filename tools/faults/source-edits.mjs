// Loads the simulation with edits of its source text: one deliberate mistake (RENKEI_MUTANT), so that the harness can show
// that it would notice. The product itself has no switch for it.
import { registerHooks } from 'node:module';
import { editSource, editsOf } from './mutants/edit-source.mjs';

const mutantName = process.env['RENKEI_MUTANT'];
const edits = mutantName ? editsOf(mutantName) : [];

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
