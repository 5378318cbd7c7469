import type { QuietSpan } from '../quiet-until.ts';

const hour = 60;
const wholeDay = { from: 0, to: 24 * hour } as const;

/**
 * What the law or a code of conduct asks for, whatever a workspace has set. Customs are left to the settings. Sources: US,
 * 47 CFR 64.1200(c)(1): not before 8 or after 21 o'clock; France, SMS code of conduct: 20 to 8 o'clock, and Sundays. Public
 * holidays are not known here.
 */
export const quietHoursByCountry: Readonly<Record<string, readonly QuietSpan[]>> = {
  US: [{ from: 21 * hour, to: 8 * hour }],
  FR: [
    { from: 20 * hour, to: 8 * hour },
    { ...wholeDay, weekday: 0 },
  ],
};
