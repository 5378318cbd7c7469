import type { Simulation } from '../../simulation.ts';
import { fetchLinks } from '../media/fetch-links.ts';
import type { WorldRecord } from '../records/registry.ts';
import { getOutbound } from '../world.ts';
import { describeFailure } from './failure.ts';
import { listAwaited } from './list-awaited.ts';
import type { MessageStatus, OutboundState } from './messages.ts';

/** Moves accepted messages on: sent, then delivered when the phone is reachable, or failed. */
export interface MessageProgress {
  /** Takes up messages that were on their way when the process died. */
  resume(): void;
  /** The phone is back: everything sent meanwhile is delivered, if its time has not run out. */
  deliverWaiting(waId: string): void;
  /** Messages that will still get a status without anybody doing anything. */
  pendingCount(): number;
  clear(): void;
}

export function progressMessages(simulation: Simulation): MessageProgress {
  const { world, scheduler, random, clock, commit } = simulation;
  /** Steps that are planned: by message, in groups by message and participant. */
  const pending = new Set<string>();

  const later = (key: string, step: () => void, waitMs = 0) => {
    if (pending.has(key)) return;
    const { min, max } = world.settings.statusDelayMs;
    pending.add(key);
    scheduler.after(waitMs + random.integer(min, max), () => {
      // A reset meanwhile has emptied the world, and the set.
      if (pending.delete(key)) step();
    });
  };

  const leave = (state: OutboundState) => {
    const { id, failCode, links } = state.message;
    if (state.status !== 'accepted') return;
    if (failCode !== undefined) return setStatus(simulation, state, 'failed');
    if (links.length === 0) return setStatus(simulation, state, 'sent');
    pending.add(id);
    void fetchLinks(simulation, state).then((fetched) => {
      if (!pending.delete(id)) return;
      setStatus(simulation, state, fetched ? 'sent' : 'failed', { failCode: mediaFailure });
    });
  };

  const arrive = (state: OutboundState, participant: string | undefined) => {
    if (!listAwaited(world, state).includes(participant ?? state.message.waId)) return;
    setStatus(simulation, state, 'delivered', { participant });
  };

  const advance = (state: OutboundState) => {
    const { message, status, released, expired } = state;
    if (status === 'accepted') {
      const waitMs = Math.max(0, (message.queuedUntil ?? 0) - clock.now());
      if (!message.held || released) later(message.id, () => leave(state), waitMs);
      return;
    }
    if (expired) return;
    for (const waId of listAwaited(world, state)) {
      if (clock.now() >= message.expiresAt) return commit({ kind: 'expired', messageId: message.id });
      const participant = message.addressedAs === 'group' ? waId : undefined;
      later(participant ? `${message.id}/${participant}` : message.id, () => arrive(state, participant));
    }
  };

  simulation.onCommit((record) => {
    for (const messageId of movedMessageIds(record)) {
      const state = getOutbound(world, messageId);
      if (state) advance(state);
    }
  });

  return {
    resume: () => {
      for (const state of world.sends.inMemory()) advance(state);
    },
    deliverWaiting: (waId) => {
      for (const state of world.sends.inMemory()) {
        if (listAwaited(world, state).includes(waId)) advance(state);
      }
    },
    pendingCount: () => pending.size,
    clear: () => pending.clear(),
  };
}

const mediaFailure = 131053;

function movedMessageIds(record: WorldRecord): readonly string[] {
  if (record.kind === 'accepted') return [record.message.id];
  if (record.kind === 'held-decided') return record.messageIds;
  return record.kind === 'status' ? [record.update.messageId] : [];
}

export interface StatusDetails {
  /** With which code it failed; the one decided on acceptance when left out. */
  readonly failCode?: number | undefined;
  /** In a group: whose phone it is about. */
  readonly participant?: string | undefined;
}

/** Gives a message its next status and tells the subscribed apps. */
export function setStatus(
  { random, clock, commit }: Simulation,
  { message }: OutboundState,
  status: MessageStatus,
  { failCode = message.failCode, participant }: StatusDetails = {},
): void {
  const errors = status === 'failed' && failCode !== undefined ? [describeFailure(failCode)] : undefined;
  const id = random.base62(12);
  const update = {
    id,
    kind: 'status',
    messageId: message.id,
    status,
    at: clock.now(),
    ...(participant === undefined ? {} : { participant }),
  } as const;
  commit({ kind: 'status', update, errors });
}
