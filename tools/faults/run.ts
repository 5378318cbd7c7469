import { parseArgs } from 'node:util';
import type { Finding } from './invariants.ts';
import { mutants } from './mutants.mjs';
import { inboundUnderKills } from './scenarios/inbound-under-kills.ts';
import { sendsUnderKills } from './scenarios/sends-under-kills.ts';

/**
 * `npm run faults -- --profile quick|standard [--seed N] [--mutants] [--only inbound|sends]`: breaks the running product
 * on purpose and checks its promises afterwards. With `--mutants` deliberately wrong variants must be caught.
 */
const profiles = {
  mutant: {
    inbound: { messages: 600, customers: 20, kills: 8 },
    sends: { messages: 120, customers: 6, kills: 4, lostAnswers: 0.1, throttled: 0.02 },
  },
  quick: {
    inbound: { messages: 3_000, customers: 60, kills: 25 },
    sends: { messages: 500, customers: 25, kills: 6, lostAnswers: 0.03, throttled: 0.05 },
  },
  standard: {
    inbound: { messages: 20_000, customers: 300, kills: 150 },
    sends: { messages: 5_000, customers: 250, kills: 40, lostAnswers: 0.03, throttled: 0.05 },
  },
} as const;

const scenarios = { inbound: inboundUnderKills, sends: sendsUnderKills } as const;

const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: 'quick' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    mutants: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
let passed = 0;
let failed = 0;

if (!values.mutants) {
  const profile = values.profile === 'standard' ? profiles.standard : profiles.quick;
  if (values.only !== 'sends') report('inbound', await scenarios.inbound(profile.inbound, { seed }));
  if (values.only !== 'inbound') report('sends', await scenarios.sends(profile.sends, { seed }));
}
if (values.mutants || (values.only === undefined && values.profile === 'quick')) {
  for (const [mutant, { scenario }] of Object.entries(mutants)) {
    const findings =
      scenario === 'inbound'
        ? await scenarios.inbound(profiles.mutant.inbound, { seed, mutant })
        : await scenarios.sends(profiles.mutant.sends, { seed, mutant });
    reportMutant(mutant, findings);
  }
}
console.log(`seed ${seed}`);
console.log(`faults: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
// The channel to the script that started us would keep us alive.
process.disconnect?.();

function report(scenario: string, findings: readonly Finding[]): void {
  for (const { invariant, says, broken } of findings) {
    if (broken.length === 0) passed += 1;
    else failed += 1;
    console.log(`${broken.length === 0 ? 'ok    ' : 'BROKEN'} ${scenario} ${invariant} ${says}`);
    for (const what of broken.slice(0, 5)) console.log(`         ${what}`);
    if (broken.length > 5) console.log(`         … ${broken.length} in all`);
  }
}

function reportMutant(mutant: string, findings: readonly Finding[]): void {
  const caught = findings.filter(({ broken }) => broken.length > 0);
  if (caught.length > 0) passed += 1;
  else failed += 1;
  const by = caught
    .map(({ invariant, says, broken }) => `${invariant} ${says} (${broken.length})`)
    .join(', ');
  console.log(
    `${caught.length > 0 ? 'ok     caught' : 'MISSED      '} ${mutant}${by === '' ? '' : ` by ${by}`}`,
  );
}
