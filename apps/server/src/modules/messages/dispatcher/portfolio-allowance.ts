import type { ChannelFacts } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import type { PortfolioAllowance } from '../gate/facts.ts';
import type { SendStore } from '../send-store.ts';
import { portfolioIdOf } from './portfolio-book.ts';
import { portfolioPeriodMs, readMessagingLimit } from './rules/portfolio.ts';

/** How many people the portfolio of this number has begun with in the last 24 hours, and how many it may. */
export async function portfolioAllowance(
  store: SendStore,
  tx: TenantTransaction,
  channel: Pick<ChannelFacts, 'portfolioId' | 'wabaId' | 'messagingLimit'>,
  now: Date,
): Promise<PortfolioAllowance> {
  const since = new Date(now.getTime() - portfolioPeriodMs);
  const { used, oldestAt } = await store.readPortfolio(tx, portfolioIdOf(channel), since);
  return {
    limit: readMessagingLimit(channel.messagingLimit),
    used,
    freesAt: oldestAt && new Date(oldestAt.getTime() + portfolioPeriodMs),
  };
}
