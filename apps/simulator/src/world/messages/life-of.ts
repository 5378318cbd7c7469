import type { Template } from '../entities.ts';
import type { Settings } from '../settings.ts';
import type { SendCategory } from './messages.ts';

interface Life {
  readonly template: Template | undefined;
  readonly category: SendCategory;
  readonly isMarketingMessage: boolean;
  /** Given with the send itself (Direct Send). */
  readonly ttlSeconds?: number | undefined;
}

const codeLifeSeconds = 10 * 60;

/**
 * How long an undelivered message is tried, in ms: 30 days, codes 10 minutes, unless the template says otherwise. A
 * marketing template's own life counts only in the Marketing Messages API (Meta: time to live).
 */
export function lifeOf(
  { template, category, isMarketingMessage, ttlSeconds }: Life,
  settings: Settings,
): number {
  const isOwnIgnored = category === 'marketing' && !isMarketingMessage;
  const own = ttlSeconds ?? (isOwnIgnored ? undefined : template?.ttlSeconds);
  if (own === -1) return settings.retentionMs;
  if (own !== undefined) return own * 1000;
  return category === 'authentication' ? codeLifeSeconds * 1000 : settings.retentionMs;
}
