import type { Stage } from '../stage/open-stage.ts';
import { answers } from './answers.ts';
import { i01Inbox } from './i01-inbox.ts';
import { i02Order } from './i02-order.ts';
import { i03People } from './i03-people.ts';
import { i04Once } from './i04-once.ts';
import { i05Known } from './i05-known.ts';
import { i06NothingHangs } from './i06-nothing-hangs.ts';
import { i07Doubt } from './i07-doubt.ts';
import { i08Allowed } from './i08-allowed.ts';
import { i09Hooks } from './i09-hooks.ts';
import { i10Audit } from './i10-audit.ts';
import { i11Tenants } from './i11-tenants.ts';
import { type Finding, gatherEvidence, type Invariant } from './invariant.ts';

const invariants: readonly Invariant[] = [
  i01Inbox,
  i02Order,
  i03People,
  i04Once,
  i05Known,
  i06NothingHangs,
  i07Doubt,
  i08Allowed,
  i09Hooks,
  i10Audit,
  i11Tenants,
  answers,
];

/** Of a quiet stage; `isOver`: the liveness phase is behind us, and nothing may be under way any more. */
export async function checkInvariants(
  stage: Stage,
  { isOver, only }: { readonly isOver: boolean; readonly only?: readonly string[] },
): Promise<readonly Finding[]> {
  const evidence = await gatherEvidence(stage);
  const findings: Finding[] = [];
  for (const invariant of invariants) {
    if (only && !only.includes(invariant.id)) continue;
    if (isOver || invariant.when === 'always') findings.push(...(await invariant.check(evidence)));
  }
  return findings;
}
