import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { profileNames } from './scenarios/scenario.ts';

const settingsSchema = z.object({
  profile: z.enum(profileNames),
  seed: z.coerce.number().int().min(0),
  only: z.array(z.string()),
});

export interface FaultArguments extends z.infer<typeof settingsSchema> {
  readonly playsScenarios: boolean;
  /** Undefined: none. Empty: all of them. */
  readonly mutants: readonly string[] | undefined;
}

/** @throws Error in the words of whoever mistyped */
export function readArguments(argv: readonly string[]): FaultArguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    allowNegative: true,
    options: {
      profile: { type: 'string', default: 'quick' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      repro: { type: 'string' },
      mutants: { type: 'boolean' },
    },
  });
  const given = values.repro === undefined ? values : JSON.parse(readFileSync(values.repro, 'utf8'));
  const only = typeof given.only === 'string' ? given.only.split(',') : (given.only ?? []);
  const settings = settingsSchema.parse({ profile: given.profile, seed: given.seed, only });
  const playsMutants = values.mutants ?? settings.only.length === 0;
  return {
    ...settings,
    playsScenarios: values.mutants !== true,
    mutants: playsMutants ? positionals : undefined,
  };
}
