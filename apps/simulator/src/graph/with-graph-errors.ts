import { Problem } from '../world/problem.ts';
import { GraphError } from './graph-error.ts';

/** Runs what the world may refuse; its problem becomes Graph's error. */
export function withGraphErrors<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, subcode, title, message } = error;
    throw new GraphError(code, {
      ...(subcode === undefined ? {} : { subcode }),
      ...(title === undefined ? {} : { userTitle: title, userMessage: message }),
      details: message,
    });
  }
}
