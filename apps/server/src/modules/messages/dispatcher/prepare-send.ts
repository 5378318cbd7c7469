import { ProviderCallError } from '#modules/channels';
import { loadChannel } from '../outbound/gate-facts.ts';
import { type ClaimedSend, consider } from './claim-batch.ts';
import type { DispatchContext } from './context.ts';
import { type DispatchedSend, inDispatch } from './dispatch.ts';
import { decideOutcome, type Unaccepted } from './rules/decide-outcome.ts';
import type { ChannelLease } from './store/store-leases.ts';
import { failMessages, publishChanges } from './write-outcomes.ts';

/**
 * The way of a send with files: all of them go to the provider first, outside of any transaction, and then the gate is
 * asked again in the transaction that commits `dispatched`. Undefined: it is not to be sent now. `takeBack`: see `inDispatch`.
 */
export async function prepareSend(
  context: DispatchContext,
  lease: ChannelLease,
  { messageId, mediaIds }: ClaimedSend,
  takeBack: (sends: readonly DispatchedSend[]) => void,
): Promise<DispatchedSend | undefined> {
  const { channelId } = lease;
  const { store } = context;
  const files = await provideFiles(context, lease, mediaIds);
  return inDispatch(context, lease, takeBack, async (tx, dispatch) => {
    const candidate = await store.lockClaimed(tx, lease, messageId);
    if (!candidate) return undefined;
    const channel = await loadChannel(context, tx, channelId);
    // Its tokens were taken when it was claimed, so the pair's rate is not asked a second time.
    const { admission, references } = await consider(context, tx, channel, candidate);
    if (!admission.admitted) {
      if ('fail' in admission) {
        await failMessages(store, tx, [{ messageId, state: 'failed', problem: admission.fail }]);
      } else {
        const { waitUntil: notBefore, reason, yields, problem, deadlineAt } = admission;
        context.metrics.held(reason);
        await store.postpone(tx, [{ messageId, notBefore, reason, yields }]);
        if (problem) await publishChanges(store, tx, [{ messageId, state: 'queued', problem }]);
        if (deadlineAt) await store.moveDeadlines(tx, [{ messageId, deadlineAt }]);
      }
      return undefined;
    }
    const startsAtMs = context.platform.clock.now().getTime();
    const { rate } = await store.readNumber(tx, channelId);
    if (rate && rate.heldUntilMs > startsAtMs) {
      // The provider has asked the number to pause while the files were on their way.
      await store.postpone(tx, [{ messageId, notBefore: new Date(rate.heldUntilMs), reason: 'withheld' }]);
      return undefined;
    }
    if (files.some(({ place }) => place !== references.place)) {
      // The number has moved meanwhile: its files go to where it is now first.
      const notBefore = new Date(startsAtMs);
      await store.postpone(tx, [{ messageId, notBefore, reason: 'moved' }]);
      return undefined;
    }
    const providerMediaIds = new Map(files.map(({ mediaId, providerMediaId }) => [mediaId, providerMediaId]));
    const ready = { candidate, references: { ...references, providerMediaIds }, startsAtMs };
    const [send] = await dispatch([ready], false);
    return send;
  });
}

/** At most ten, one on each card; what the provider has already costs no upload. */
async function provideFiles(
  { media }: DispatchContext,
  { workspaceId, channelId }: ChannelLease,
  mediaIds: readonly string[],
): Promise<readonly ProvidedFile[]> {
  return Promise.all(
    mediaIds.map(async (mediaId) => ({
      mediaId,
      ...(await media.provideForSend(workspaceId, channelId, mediaId)),
    })),
  );
}

interface ProvidedFile {
  readonly mediaId: string;
  readonly providerMediaId: string;
  /** Where it is known by that id. */
  readonly place: string;
}

/**
 * A file that could not be brought to the provider: nothing was sent, so the send is refused or waits as if the send
 * itself had been refused.
 */
export async function putOff(
  context: DispatchContext,
  lease: ChannelLease,
  { messageId }: ClaimedSend,
  error: unknown,
): Promise<void> {
  const { store } = context;
  const outcome = toOutcome(error);
  await context.platform.database.inTenant(lease.workspaceId, async (tx) => {
    await store.assertLease(tx, lease);
    const candidate = await store.lockClaimed(tx, lease, messageId);
    if (!candidate) return;
    const nowMs = context.platform.clock.now().getTime();
    const { message, channel } = decideOutcome(outcome, {
      nowMs,
      attempts: candidate.attempts,
      pairStrikes: 0,
      numberStrikes: candidate.attempts,
      chance: context.settings.chance(),
    });
    if (channel) await context.channels.markState(tx, lease.channelId, channel.state, channel.problem);
    if (message.to === 'failed') {
      await failMessages(store, tx, [{ messageId, state: 'failed', problem: message.problem }]);
    } else if (message.to === 'queued') {
      await store.postpone(tx, [
        { messageId, notBefore: new Date(message.notBeforeMs), reason: message.reason },
      ]);
      await publishChanges(store, tx, [{ messageId, state: 'queued', problem: message.problem }]);
    }
  });
}

function toOutcome(error: unknown): Unaccepted {
  if (error instanceof ProviderCallError && error.refusal) {
    return { outcome: 'rejected', refusal: error.refusal };
  }
  const details = error instanceof Error ? error.message : String(error);
  const called = error instanceof ProviderCallError ? error.called : undefined;
  return { outcome: 'not_sent', reason: 'unreachable', details, called };
}
