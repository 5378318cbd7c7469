import type { QualityScore } from '../entities.ts';
import type { Settings } from '../settings.ts';

/** What became of the messages of one number or template on one day. */
export interface FeedbackDay {
  /** Days since 1970, UTC. */
  readonly day: number;
  readonly delivered: number;
  /** Blocks and reports. */
  readonly negative: number;
}

const dayMs = 24 * 60 * 60 * 1000;
const ratedDays = 7;

/** The days with one more event, and without those that count no longer. */
export function addFeedback(
  days: readonly FeedbackDay[],
  kind: 'delivered' | 'negative',
  at: number,
): readonly FeedbackDay[] {
  const day = Math.floor(at / dayMs);
  const recent = days.filter((each) => each.day > day - ratedDays);
  const today = recent.find((each) => each.day === day) ?? { day, delivered: 0, negative: 0 };
  return [...recent.filter((each) => each !== today), { ...today, [kind]: today[kind] + 1 }];
}

/**
 * The quality that seven days of feedback give. Undefined while there is too little of it to judge. Meta publishes
 * neither formula nor thresholds: the settings hold them.
 */
export function rateQuality(
  days: readonly FeedbackDay[],
  at: number,
  { minimumDelivered, yellowShare, redShare }: Settings['quality'],
): QualityScore | undefined {
  const recent = days.filter(({ day }) => day > Math.floor(at / dayMs) - ratedDays);
  const sum = (key: 'delivered' | 'negative') => recent.reduce((total, each) => total + each[key], 0);
  const delivered = sum('delivered');
  if (delivered < minimumDelivered) return undefined;
  const share = sum('negative') / delivered;
  if (share >= redShare) return 'RED';
  return share >= yellowShare ? 'YELLOW' : 'GREEN';
}
