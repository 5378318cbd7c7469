import type { ChannelConnection } from '#modules/channels';
import { crashPoint } from '#platform/crash-point';
import { RenkeiError } from '#platform/errors';
import type { Batch, ClaimedSend } from './claim-batch.ts';
import type { DispatchContext } from './context.ts';
import type { DispatchedSend } from './dispatch.ts';
import { createPacer } from './pace-sends.ts';
import { prepareSend, putOff } from './prepare-send.ts';
import { type Answer, settle } from './settle.ts';
import { type ChannelLease, LeaseLost } from './store/store-leases.ts';

/** The calls of a lane that are under way, or committed for the moment their turn comes. */
export interface Calls {
  /** Sends whose end is not written yet. */
  open(): number;
  /** How long the last of those waits that have not begun. */
  waitMs(): number;
  start(batch: Batch, connection: ChannelConnection | undefined): void;
  /** They may be committed as dispatched, and were never begun: back to the queue with them. */
  takeBack(sends: readonly DispatchedSend[]): void;
  /**
   * Takes back what has not begun, and resolves when every end is written, or the stop time is over: what is left then
   * becomes unsure at the next owner. A process that is not stopping waits for calls, and for its database, longer than that.
   */
  drain(isStopping: () => boolean): Promise<void>;
}

interface CallsNeeds {
  readonly context: DispatchContext;
  readonly lease: ChannelLease;
  /** Called whenever a call has ended or its end was written. */
  readonly onProgress: () => void;
}

export function createCalls({ context, lease, onProgress }: CallsNeeds): Calls {
  const { channelId } = lease;
  const underWay = new Set<Promise<void>>();
  const answers = createAnswerWriter({ context, lease, onProgress, onHold: withholdAll });
  let connection: ChannelConnection | undefined;
  let isDraining = false;
  const pacer = createPacer(
    context.platform.clock,
    (send) => track(call(send)),
    (send) => withhold(send),
  );

  function withhold({ request: { attemptKey }, recipient }: DispatchedSend): void {
    answers.add({ attemptKey, recipient, outcome: { outcome: 'withheld' }, credentialsVersion: '' });
  }

  function takeBack(sends: readonly DispatchedSend[]): void {
    for (const send of sends) withhold(send);
  }

  /** The number may not send now: what has not begun goes back to the queue. */
  function withholdAll(): void {
    takeBack(pacer.recall());
  }

  function track(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => context.log.error({ err: error, channelId }, 'a send was interrupted'))
      .finally(() => {
        underWay.delete(tracked);
        onProgress();
      });
    underWay.add(tracked);
  }

  async function call(send: DispatchedSend): Promise<void> {
    crashPoint('dispatcher.dispatch-committed');
    const { recipient, request } = send;
    const opened = connection;
    // The number has moved to another provider since this was made ready: its ids mean nothing there.
    if (opened && opened.place !== request.references.place) return withhold(send);
    const outcome = opened
      ? await opened.provider.send(request)
      : ({ outcome: 'not_sent', reason: 'unreachable', details: 'disconnected' } as const);
    crashPoint('dispatcher.answered');
    context.metrics.attempt(outcome.outcome);
    const credentialsVersion = opened?.credentialsVersion ?? '';
    answers.add({ attemptKey: request.attemptKey, recipient, outcome, credentialsVersion });
  }

  /** Uploads that end together do not begin together: each send takes its turn among the others of the number. */
  async function prepare(claimed: ClaimedSend, messagesPerSecond: number): Promise<void> {
    crashPoint('dispatcher.claim-committed');
    let ready: DispatchedSend | undefined;
    try {
      ready = await prepareSend(context, lease, claimed, takeBack);
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      context.log.warn({ err: error, channelId }, 'a file could not be brought to the provider');
      return await putOff(context, lease, claimed, error);
    }
    if (!ready) return;
    if (isDraining) withhold(ready);
    else pacer.add([ready], messagesPerSecond);
  }

  return {
    open: () => pacer.size() + underWay.size + answers.pending(),
    waitMs: () => pacer.waitMs(),
    start({ dispatched, toPrepare, messagesPerSecond }, present) {
      connection = present;
      pacer.add(dispatched, messagesPerSecond);
      for (const claimed of toPrepare) track(prepare(claimed, messagesPerSecond));
    },
    takeBack,
    async drain(isStopping) {
      isDraining = true;
      withholdAll();
      const finished = Promise.all(underWay).then(() => answers.written());
      const ending = new AbortController();
      await Promise.race([finished, outwait(isStopping, ending.signal)]);
      ending.abort();
      answers.giveUp();
    },
  };

  /** The stop time. A process that nobody stops has more: for calls to end, and for its database to come back. */
  async function outwait(isStopping: () => boolean, until: AbortSignal): Promise<void> {
    const { clock } = context.platform;
    do {
      await clock.sleep(context.settings.stopTimeoutMs, until);
    } while (!until.aborted && !isStopping() && (underWay.size > 0 || answers.isStoreAway()));
  }
}

const retryMs = 250;
const largestSettlement = 200;

/** Writes how calls ended: as many as have come meanwhile go into one transaction. Nothing is dropped while it lives. */
function createAnswerWriter({
  context,
  lease,
  onProgress,
  onHold,
}: CallsNeeds & { readonly onHold: () => void }) {
  const { workspaceId, channelId } = lease;
  const answers: Answer[] = [];
  let writing: Promise<void> | undefined;
  let hasGivenUp = false;
  let isStoreAway = false;

  async function writeAll(): Promise<void> {
    while (answers.length > 0 && !hasGivenUp) {
      const some = answers.slice(0, largestSettlement);
      try {
        const { isHeld } = await settle(context, workspaceId, channelId, some);
        crashPoint('dispatcher.settled');
        isStoreAway = false;
        answers.splice(0, some.length);
        if (isHeld) onHold();
        onProgress();
      } catch (error) {
        isStoreAway = error instanceof RenkeiError && error.code === 'store_unavailable';
        context.log.warn({ err: error, channelId }, 'answers could not be written yet');
        await context.platform.clock.sleep(retryMs);
      }
    }
  }

  /** What comes while the last round is ending starts another. */
  function ensureWriting(): void {
    if (writing || hasGivenUp || answers.length === 0) return;
    writing = writeAll().finally(() => {
      writing = undefined;
      ensureWriting();
    });
  }

  return {
    add(answer: Answer): void {
      answers.push(answer);
      ensureWriting();
    },
    pending: () => answers.length,
    isStoreAway: () => isStoreAway,
    async written(): Promise<void> {
      while (writing) await writing;
    },
    /** What is not written is found as dispatched by the channel's next owner. */
    giveUp(): void {
      hasGivenUp = true;
    },
  };
}
