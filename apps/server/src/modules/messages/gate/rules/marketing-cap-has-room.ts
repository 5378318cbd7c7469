import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, holdOrRefuse, type RuleVerdict } from '../verdict.ts';

const dayMs = 24 * 3_600_000;

/** So many marketing messages in a moving day and in a moving week, from whatever number of the workspace. */
export const marketingCapHasRoom: GateRule = {
  id: 'marketing-cap-has-room',
  version: '2026-11-22',
  title: {
    en: 'One person gets only so much marketing in 24 hours and in 7 days (settings)',
    ja: '1人への配信数を24時間・7日間ごとの上限内に収めること（設定で変更可）',
  },
  source:
    'Settings of the workspace; Meta, Marketing messages: "Not interested" lowers a user’s own limit (2025-12-05)',
  judge,
};

function judge(facts: GateFacts): RuleVerdict | undefined {
  const { now, purpose, settings, recentMarketing } = facts;
  if (purpose !== 'marketing') return undefined;
  const { perDay, perWeek } = settings.marketingCaps;
  const frees = [
    freesAt(recentMarketing, now, dayMs, perDay),
    freesAt(recentMarketing, now, 7 * dayMs, perWeek),
  ].flatMap((at) => at ?? []);
  const last = frees.toSorted((one, other) => other.getTime() - one.getTime())[0];
  if (!last) return allow;
  const caps = [perDay, perWeek].map((cap) => (cap === null ? '–' : String(cap)));
  return holdOrRefuse(
    now,
    last,
    createProblem('marketing_cap_reached', {
      detail: {
        en: `At most ${caps[0]} in 24 hours and ${caps[1]} in 7 days (–: no cap). The next may go at ${last.toISOString()}.`,
        ja: `上限は24時間に${caps[0]}通、7日間に${caps[1]}通です（–：上限なし）。次は ${last.toISOString()} 以降に送信できます。`,
      },
    }),
  );
}

/** When there is room again; undefined: there is. Sorted newest first, the one that has to leave is the cap-th. */
function freesAt(sentAt: readonly Date[], now: Date, windowMs: number, cap: number | null): Date | undefined {
  if (cap === null) return undefined;
  const inside = sentAt.filter((at) => now.getTime() - at.getTime() < windowMs);
  const leaving = inside[cap - 1];
  return leaving && new Date(leaving.getTime() + windowMs);
}
