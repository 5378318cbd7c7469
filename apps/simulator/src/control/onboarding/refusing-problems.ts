import { Refusal } from '../../refusal.ts';
import { Problem } from '../../world/problem.ts';

/** Runs what the world may refuse; its problem becomes an answer 409 of the phone and control APIs. */
export function refusingProblems<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { title, message, subcode, code } = error;
    throw new Refusal(409, `${title === undefined ? '' : `${title}. `}${message} (${subcode ?? code})`);
  }
}
