import { PhoneApiError } from '../api/requests.ts';

/** Why a phone could not be loaded or refreshed. */
export type SessionProblem = 'unreachable' | 'unknown-phone' | 'not-understood';

export function problemOf(error: unknown): SessionProblem {
  if (!(error instanceof PhoneApiError)) return 'not-understood';
  return error.status === 404 ? 'unknown-phone' : 'unreachable';
}

/** The sentence of a refusal, where the simulator gave one. */
export function reasonOf(error: unknown): string | undefined {
  return error instanceof PhoneApiError ? error.reason : undefined;
}
