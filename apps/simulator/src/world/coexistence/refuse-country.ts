import countries from '../../data/coexistence-countries.json' with { type: 'json' };
import { Problem } from '../problem.ts';

/** Some countries' numbers cannot be used in the app and the API together; which, has changed over time. */
export function refuseCountry(digits: string, at: number): void {
  const day = new Date(at).toISOString().slice(0, 10);
  const period = countries.periods.find(({ from, to }) => (from ?? '') <= day && day <= (to ?? '9999-12-31'));
  if (!period?.callingCodes.some((code) => digits.startsWith(code))) return;
  throw new Problem(100, 'Numbers of this country cannot be connected to the API.', {
    title: 'Country not supported',
  });
}
