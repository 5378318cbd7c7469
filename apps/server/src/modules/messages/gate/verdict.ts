import type { Problem } from '@renkei/contract';

/** What the gate says. A held message is accepted and waits; `until` null means until somebody acts. */
export type Verdict =
  | { readonly verdict: 'allow' }
  | {
      readonly verdict: 'refuse';
      readonly problem: Problem;
      /** The field of the content that is refused, where it is one: `buttons[1].title`. */
      readonly field: string | undefined;
    }
  | { readonly verdict: 'hold'; readonly until: Date | null; readonly problem: Problem };

export const allow: Verdict = { verdict: 'allow' };

export function refuse(problem: Problem, field?: string): Verdict {
  return { verdict: 'refuse', problem, field: field || undefined };
}

export function hold(until: Date | null, problem: Problem): Verdict {
  return { verdict: 'hold', until, problem };
}
