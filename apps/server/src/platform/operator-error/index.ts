import type { Localized } from '@renkei/contract';

export interface OperatorProblem {
  /** Stable and greppable, e.g. `data_folder_locked`. */
  readonly code: string;
  /** What is wrong, as a full sentence. */
  readonly reason: Localized;
  /** What the operator can do about it, as a full sentence. */
  readonly remedy: Localized;
}

/**
 * Something only the person who runs the machine can put right: thrown at start-up and by the command line,
 * never over HTTP (those errors live in `@renkei/contract`).
 */
export class OperatorError extends Error implements OperatorProblem {
  readonly code: string;
  readonly reason: Localized;
  readonly remedy: Localized;

  constructor(problem: OperatorProblem, options?: ErrorOptions) {
    super(`${problem.reason.en} ${problem.remedy.en}`, options);
    this.name = 'OperatorError';
    this.code = problem.code;
    this.reason = problem.reason;
    this.remedy = problem.remedy;
  }
}
