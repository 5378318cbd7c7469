import type { ChannelFacts } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import { createProblem } from '#platform/errors';
import { campaignPriority } from '../outbound/priorities.ts';
import type { SendStore } from '../send-store.ts';
import { type Admission, deadlineAfter } from './rules/admit.ts';
import { allot, mostStartsOf, portfolioPeriodMs, readMessagingLimit } from './rules/portfolio.ts';
import type { Candidate } from './store/store-candidates.ts';
import type { NewStart } from './store/store-portfolios.ts';

/** The business portfolio of a number, or its account where nobody told the portfolio. */
export function portfolioIdOf({ portfolioId, wabaId }: Pick<ChannelFacts, 'portfolioId' | 'wabaId'>): string {
  return portfolioId ?? wabaId;
}

/** The messaging limit during one turn of a channel. */
interface PortfolioBook {
  /** Why a send that may go otherwise has to wait; undefined: it has not. */
  allot(candidate: Candidate): Admission | undefined;
  /** To be called in the transaction that commits what was allotted. */
  write(): Promise<void>;
}

/**
 * Holds the count of the portfolio while anything of this turn could begin with somebody: a template outside the customer
 * service window. Undefined: nothing of it could, or there is no limit.
 */
export async function openPortfolio(
  store: SendStore,
  tx: TenantTransaction,
  channel: ChannelFacts,
  candidates: readonly Candidate[],
  now: Date,
): Promise<PortfolioBook | undefined> {
  const limit = readMessagingLimit(channel.messagingLimit);
  const starting = candidates.filter((candidate) => mayStart(candidate, now));
  if (limit === null || starting.length === 0) return undefined;
  const portfolioId = portfolioIdOf(channel);
  const since = new Date(now.getTime() - portfolioPeriodMs);
  const { started, promisedUntil } = await store.lockPortfolio(tx, portfolioId, since);
  const recipients = starting.map(({ recipient }) => recipient);
  const isTight = started + starting.length > mostStartsOf(limit, campaignPriority);
  let state = {
    limit,
    started,
    known: await store.findStarted(tx, portfolioId, recipients),
    nextOver: isTight ? await store.listNextOver(tx, portfolioId, promisedUntil, starting.length) : [],
    promisedUntil,
  };
  const starts: NewStart[] = [];
  return {
    allot(candidate) {
      if (!mayStart(candidate, now)) return undefined;
      const { recipient, messageId } = candidate;
      const { portfolio, ...allotment } = allot(state, candidate, now);
      state = { ...state, ...portfolio };
      if ('waitUntil' in allotment) {
        const problem = createProblem('messaging_limit_reached');
        const { waitUntil } = allotment;
        return {
          admitted: false,
          waitUntil,
          reason: 'portfolio_limit',
          yields: true,
          problem,
          deadlineAt: deadlineAfter(candidate, waitUntil),
        };
      }
      if (allotment.starts) starts.push({ recipient, messageId });
      return undefined;
    },
    async write() {
      if (starts.length === 0 && state.promisedUntil === promisedUntil) return;
      await store.writePortfolio(tx, portfolioId, { starts, promisedUntil: state.promisedUntil, at: now });
    },
  };
}

function mayStart({ content, windowClosesAt }: Candidate, now: Date): boolean {
  return content.kind === 'template' && (windowClosesAt === null || windowClosesAt <= now);
}
