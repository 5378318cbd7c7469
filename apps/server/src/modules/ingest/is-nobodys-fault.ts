import { RenkeiError } from '#platform/errors';

/** Serialisation, deadlock, lock time-out, cancelled (a statement that took too long, too). */
const passingCodes = new Set(['40001', '40P01', '55P03', '57014']);

/** The database, not the event: trying again is all there is to do, and counts against no event. */
export function isNobodysFault(error: unknown): boolean {
  if (error instanceof RenkeiError) return error.code === 'store_unavailable';
  return error instanceof Error && 'code' in error && passingCodes.has(String(error.code));
}
