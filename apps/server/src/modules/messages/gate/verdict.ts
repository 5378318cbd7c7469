import type { GateVerdict, Problem } from '@renkei/contract';

/** What one rule says. A held message is accepted and waits; `until` null means until somebody acts. */
export type RuleVerdict =
  | { readonly verdict: 'allow' }
  /** It goes all the same, but whoever sends it should know. */
  | { readonly verdict: 'warn'; readonly problem: Problem }
  | {
      readonly verdict: 'refuse';
      readonly problem: Problem;
      /** The field of the content that is refused, where it is one: `buttons[1].title`. */
      readonly field: string | undefined;
    }
  | { readonly verdict: 'hold'; readonly until: Date | null; readonly problem: Problem };

/** What the gate says: of all its rules, the first refusal, else the hold that ends last. */
export type Verdict = Exclude<RuleVerdict, { readonly verdict: 'warn' }> & {
  /** Everything that was said, with the versions of the rules, as it is stored and shown. */
  readonly record: GateVerdict;
};

export const allow: RuleVerdict = { verdict: 'allow' };

export function warn(problem: Problem): RuleVerdict {
  return { verdict: 'warn', problem };
}

export function refuse(problem: Problem, field?: string): RuleVerdict {
  return { verdict: 'refuse', problem, field: field || undefined };
}

export function hold(until: Date | null, problem: Problem): RuleVerdict {
  return { verdict: 'hold', until, problem };
}

const longestWaitMs = 24 * 3_600_000;

/** Waits for what is over within a day; what takes longer is nobody's wish any more by then. */
export function holdOrRefuse(now: Date, until: Date, problem: Problem): RuleVerdict {
  return until.getTime() - now.getTime() <= longestWaitMs ? hold(until, problem) : refuse(problem);
}
