import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { placeOf } from '../places/place-of.ts';
import { quietHoursByCountry } from '../places/quiet-hours-by-country.ts';
import { minutesOf, quietUntil } from '../quiet-until.ts';
import type { GateRule } from '../rule.ts';
import { allow, hold, type RuleVerdict } from '../verdict.ts';

/** Nobody is woken by an offer: it waits until the quiet hours of wherever they live are over. Answers and codes never wait. */
export const quietHoursAreOver: GateRule = {
  id: 'quiet-hours-are-over',
  version: '2026-11-22',
  title: {
    en: 'Marketing waits until quiet hours are over where the recipient lives (settings)',
    ja: 'マーケティングは、宛先の地域の配信を控える時間帯が終わるまで待つこと（設定で変更可）',
  },
  source: 'Settings of the workspace; US: 47 CFR 64.1200(c)(1); France: SMS code of conduct (2026)',
  judge,
};

function judge({ now, purpose, recipient, settings: { quietHours } }: GateFacts): RuleVerdict | undefined {
  const isMeant = purpose === 'marketing' || (purpose === 'utility' && quietHours.includesUtility);
  if (!quietHours.enabled || !isMeant || recipient.groupId !== null) return undefined;
  const { country, zones } = placeOf(recipient);
  const own = { from: minutesOf(quietHours.from), to: minutesOf(quietHours.to) };
  const until = quietUntil(now, zones, [own, ...(quietHoursByCountry[country ?? ''] ?? [])]);
  if (until === null) return allow;
  const [zone = ''] = zones;
  const local = describeTime(until, zone);
  return hold(
    until,
    createProblem('quiet_hours', {
      detail: {
        en: `Where this customer lives (${zone}) it goes at ${local}, which is ${until.toISOString()}.`,
        ja: `お客様の地域（${zone}）の ${local}（${until.toISOString()}）に送信されます。`,
      },
    }),
  );
}

function describeTime(at: Date, timeZone: string): string {
  const format = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(at);
}
