import { listMediaReferences } from '@renkei/contract';
import type { ChannelFacts, ProviderReferences } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import { loadChannel } from '../outbound/gate-facts.ts';
import { type Judged, judgeBatch } from '../outbound/judge-batch.ts';
import type { DispatchContext } from './context.ts';
import { type Admitted, type Dispatch, type DispatchedSend, inDispatch } from './dispatch.ts';
import { openPortfolio } from './portfolio-book.ts';
import { type Admission, admit } from './rules/admit.ts';
import { chooseFirst } from './rules/choose-first.ts';
import {
  available,
  countReceived,
  fullRate,
  messagesPerSecondOf,
  nextTurnMs,
  numberRule,
  type RateRule,
  type RateState,
  slowedRule,
  startTimesMs,
  take,
} from './rules/rates.ts';
import type { Candidate } from './store/store-candidates.ts';
import type { ChannelLease } from './store/store-leases.ts';
import type { MessageOutcome, Postponed } from './store/store-outbox.ts';
import { numberItself } from './store/store-rates.ts';
import { failMessages, publishChanges } from './write-outcomes.ts';

export interface ClaimedSend {
  readonly messageId: string;
  readonly mediaIds: readonly string[];
  readonly recipient: string;
}

export interface Batch {
  readonly dispatched: readonly DispatchedSend[];
  /** Claimed only: their files must be at the provider first. */
  readonly toPrepare: readonly ClaimedSend[];
  /** Whether candidates were found at all, and when rates allow to look again. */
  readonly looked: number;
  readonly readyAtMs: number;
  readonly isChannelHeld: boolean;
  readonly messagesPerSecond: number;
}

/** The most that goes into one transaction. */
const largestBatch = 100;

/**
 * One turn of a channel, in one transaction: takes the next due sends as far as the rates allow, reads everything the gate
 * looks at, and commits `dispatched` with a fresh attempt key for those that may go. Nothing has been written to the
 * provider when this returns. `room`: how many calls of a number with this rate may still be opened. `takeBack`: see
 * `inDispatch`.
 */
export function claimBatch(
  context: DispatchContext,
  lease: ChannelLease,
  room: (messagesPerSecond: number) => number,
  takeBack: (sends: readonly DispatchedSend[]) => void,
): Promise<Batch> {
  const { store, settings } = context;
  return inDispatch(context, lease, takeBack, async (tx, dispatch) => {
    const channel = await loadChannel(context, tx, lease.channelId);
    const nowMs = context.platform.clock.now().getTime();
    const known = await store.readNumber(tx, lease.channelId);
    const messagesPerSecond = messagesPerSecondOf(channel, known.messagesPerSecond);
    const fullRule = numberRule(messagesPerSecond);
    const written = known.rate ?? fullRate(fullRule, nowMs);
    const rule = slowedRule(fullRule, written, nowMs);
    const rate = countReceived(written, rule, nowMs, known.newlyReceived);
    const isChannelHeld = channel.state === 'token_expired' || channel.state === 'restricted';
    const allowed = available(rate, rule, nowMs, settings.aheadMs);
    const limit = isChannelHeld ? 0 : Math.max(0, Math.min(room(messagesPerSecond), allowed, largestBatch));
    const nothing = {
      dispatched: [],
      toPrepare: [],
      looked: 0,
      readyAtMs: nextTurnMs(rate, rule, nowMs, settings.aheadMs),
      isChannelHeld,
      messagesPerSecond,
    };
    if (limit === 0) {
      // Else the same messages would be counted again at each turn, and hold the number for as long as they are many.
      if (known.newlyReceived > 0) {
        await store.writeTokens(tx, lease.channelId, new Map([[numberItself, rate]]), known.newlyReceived);
      }
      return nothing;
    }
    const first = chooseFirst(settings.chance());
    const candidates = await store.lockDueCandidates(tx, lease.channelId, new Date(nowMs), limit, first);
    if (candidates.length === 0) return nothing;
    const received = known.newlyReceived;
    const turn = { channel, candidates, rate, received, rule, messagesPerSecond, nowMs };
    return await runTurn(context, tx, lease, turn, dispatch);
  });
}

interface Turn {
  readonly channel: ChannelFacts;
  readonly candidates: readonly Candidate[];
  readonly rate: RateState;
  /** How many messages that came in are counted in `rate`. */
  readonly received: number;
  readonly rule: RateRule;
  readonly messagesPerSecond: number;
  readonly nowMs: number;
}

async function runTurn(
  context: DispatchContext,
  tx: TenantTransaction,
  lease: ChannelLease,
  turn: Turn,
  dispatch: Dispatch,
): Promise<Batch> {
  const { store } = context;
  const { rate, rule, nowMs } = turn;
  const { admitted, taken, failures, postponed, waiting, moved } = await sortOut(context, tx, turn);
  const spent = take(rate, rule, nowMs, admitted.length);
  if (admitted.length > 0) {
    await store.writeTokens(tx, lease.channelId, taken.set(numberItself, spent), turn.received);
  }
  if (failures.length > 0) await failMessages(store, tx, failures);
  if (postponed.length > 0) await store.postpone(tx, postponed);
  if (moved.length > 0) await store.moveDeadlines(tx, moved);
  if (waiting.length > 0) await publishChanges(store, tx, waiting);
  const startsAtMs = startTimesMs(rate, rule, nowMs, admitted.length);
  const claimed = admitted.map((send, index) => ({
    send: { ...send, startsAtMs: startsAtMs[index] ?? nowMs },
    messageId: send.candidate.messageId,
    recipient: send.candidate.recipient,
    mediaIds: listMediaReferences(send.candidate.content).map(({ mediaId }) => mediaId),
  }));
  const toPrepare = claimed.filter(({ mediaIds }) => mediaIds.length > 0);
  if (toPrepare.length > 0) {
    await store.markClaimed(
      tx,
      lease,
      toPrepare.map(({ messageId }) => messageId),
    );
  }
  const ready = claimed.filter(({ mediaIds }) => mediaIds.length === 0);
  return {
    dispatched: await dispatch(
      ready.map(({ send }) => send),
      true,
    ),
    toPrepare,
    looked: turn.candidates.length,
    readyAtMs: nextTurnMs(spent, rule, nowMs, context.settings.aheadMs),
    isChannelHeld: false,
    messagesPerSecond: turn.messagesPerSecond,
  };
}

type AdmittedSend = Omit<Admitted, 'startsAtMs'>;

interface Sorted {
  readonly admitted: AdmittedSend[];
  /** Of the pairs that were written to. */
  readonly taken: Map<string, RateState>;
  readonly failures: MessageOutcome[];
  readonly postponed: Postponed[];
  /** Why they wait, where people see it. */
  readonly waiting: MessageOutcome[];
  readonly moved: { readonly messageId: string; readonly deadlineAt: Date }[];
}

/** Deadline, gate, portfolio and pair rate of each candidate, in their order. */
async function sortOut(
  context: DispatchContext,
  tx: TenantTransaction,
  { channel, candidates, nowMs }: Turn,
): Promise<Sorted> {
  const { store } = context;
  const recipients = candidates.map(({ recipient }) => recipient);
  const pairs = await store.readRates(tx, channel.id, recipients);
  const portfolio = await openPortfolio(store, tx, channel, candidates, new Date(nowMs));
  const sorted: Sorted = {
    admitted: [],
    taken: new Map(),
    failures: [],
    postponed: [],
    waiting: [],
    moved: [],
  };
  const now = new Date(nowMs);
  for (const { candidate, verdict, references } of await askGate(context, tx, channel, candidates)) {
    const { messageId, recipient } = candidate;
    const asked = admit(candidate, { now, verdict, pair: pairs.get(recipient) });
    const admission = asked.admitted ? (portfolio?.allot(candidate) ?? asked) : asked;
    if (admission.admitted) {
      pairs.set(recipient, admission.pair);
      sorted.taken.set(recipient, admission.pair);
      sorted.admitted.push({ candidate, references });
    } else if ('fail' in admission) {
      sorted.failures.push({ messageId, state: 'failed', problem: admission.fail });
    } else {
      const { waitUntil: notBefore, reason, yields, problem, deadlineAt } = admission;
      context.metrics.held(reason);
      sorted.postponed.push({ messageId, notBefore, reason, yields });
      if (problem) sorted.waiting.push({ messageId, state: 'queued', problem });
      if (deadlineAt) sorted.moved.push({ messageId, deadlineAt });
    }
  }
  await portfolio?.write();
  return sorted;
}

type Asked = Judged & { readonly candidate: Candidate };

/** The gate's verdicts, with everything it looks at read in this transaction, in the order of the candidates. */
async function askGate(
  context: DispatchContext,
  tx: TenantTransaction,
  channel: ChannelFacts,
  candidates: readonly Candidate[],
): Promise<readonly Asked[]> {
  const judged = await judgeBatch(
    context,
    tx,
    candidates.map((candidate) => ({
      messageId: candidate.messageId,
      moment: 'claimed' as const,
      origin: candidate.origin ?? 'inbox',
      channel,
      conversation: { ...candidate, id: candidate.conversationId },
      content: candidate.content,
      unreachableSince: null,
    })),
  );
  return judged.map((one, index) => ({ ...one, candidate: at(candidates, index) }));
}

/** Asks deadline and gate about one send whose tokens were taken when it was claimed. */
export async function consider(
  context: DispatchContext,
  tx: TenantTransaction,
  channel: ChannelFacts,
  candidate: Candidate,
): Promise<{ readonly admission: Admission; readonly references: ProviderReferences }> {
  const { verdict, references } = at(await askGate(context, tx, channel, [candidate]), 0);
  const now = context.platform.clock.now();
  return { admission: admit(candidate, { now, verdict, pair: undefined }), references };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error('Fewer verdicts than sends');
  return item;
}
