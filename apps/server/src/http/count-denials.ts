import type { ErrorCode } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { Metrics } from '#platform/metrics';

/** Refusals that say somebody may not, as opposed to something cannot: what an attack looks like from here. */
const denials: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unauthenticated',
  'forbidden',
  'too_many_requests',
  'sign_in_failed',
  'sign_in_link_invalid',
  'invitation_invalid',
]);

/** Counts denials by their code; nobody is named. */
export function countDenials(metrics: Metrics): (error: unknown) => void {
  const counter = metrics.counter('renkei_denials_total', 'Requests that somebody was not allowed, by code', [
    'code',
  ]);
  for (const code of denials) counter.inc({ code }, 0);
  return (error) => {
    if (error instanceof RenkeiError && denials.has(error.code)) counter.inc({ code: error.code });
  };
}
