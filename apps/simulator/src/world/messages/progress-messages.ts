import type { Simulation } from '../../simulation.ts';
import { fetchLinks } from '../media/fetch-links.ts';
import { getChoices } from '../records/phones.ts';
import type { WorldRecord } from '../records/registry.ts';
import { getOutbound } from '../world.ts';
import { describeFailure } from './failure.ts';
import type { MessageStatus, OutboundState } from './messages.ts';

/** Moves accepted messages on: sent, then delivered when the phone is reachable, or failed. */
export interface MessageProgress {
  /** Takes up messages that were on their way when the process died. */
  resume(): void;
  /** The phone is back: everything sent meanwhile is delivered. */
  deliverWaiting(waId: string): void;
  /** Messages that will still get a status without anybody doing anything. */
  pendingCount(): number;
  clear(): void;
}

export function progressMessages(simulation: Simulation): MessageProgress {
  const { world, scheduler, random } = simulation;
  const pending = new Set<OutboundState>();

  const later = (state: OutboundState, step: (state: OutboundState) => void) => {
    const { min, max } = world.settings.statusDelayMs;
    pending.add(state);
    scheduler.after(random.integer(min, max), () => {
      pending.delete(state);
      step(state);
    });
  };

  const leave = (state: OutboundState) => {
    if (state.message.failCode !== undefined) return setStatus(simulation, state, 'failed');
    if (state.message.links.length === 0) return setStatus(simulation, state, 'sent');
    pending.add(state);
    void fetchLinks(simulation, state).then((fetched) => {
      // A reset meanwhile has emptied the world, and the set.
      if (!pending.delete(state)) return;
      setStatus(simulation, state, fetched ? 'sent' : 'failed', fetched ? undefined : mediaFailure);
    });
  };

  const arrive = (state: OutboundState) => {
    if (state.status === 'sent' && isReachable(simulation, state)) setStatus(simulation, state, 'delivered');
  };

  const advance = (state: OutboundState) => {
    if (pending.has(state)) return;
    if (state.status === 'accepted') later(state, leave);
    else if (state.status === 'sent' && isReachable(simulation, state)) later(state, arrive);
  };

  simulation.onCommit((record) => {
    const messageId = movedMessageId(record);
    const state = messageId === undefined ? undefined : getOutbound(world, messageId);
    if (state) advance(state);
  });

  return {
    resume: () => {
      for (const state of world.sends.inMemory()) advance(state);
    },
    deliverWaiting: (waId) => {
      for (const state of world.sends.inMemory()) if (state.message.waId === waId) advance(state);
    },
    pendingCount: () => pending.size,
    clear: () => pending.clear(),
  };
}

const mediaFailure = 131053;

function movedMessageId(record: WorldRecord): string | undefined {
  if (record.kind === 'accepted') return record.message.id;
  return record.kind === 'status' ? record.update.messageId : undefined;
}

/** Gives a message its next status and tells the subscribed apps. */
export function setStatus(
  { random, clock, commit }: Simulation,
  { message }: OutboundState,
  status: MessageStatus,
  failCode = message.failCode,
): void {
  const errors = status === 'failed' && failCode !== undefined ? [describeFailure(failCode)] : undefined;
  const id = random.base62(12);
  const update = { id, kind: 'status', messageId: message.id, status, at: clock.now() } as const;
  commit({ kind: 'status', update, errors });
}

/** Reactions only ever become `sent` (Meta: reaction messages). A person who blocked the business hears nothing. */
function isReachable({ world }: Simulation, { message }: OutboundState): boolean {
  const customer = world.customers.get(message.waId);
  const { blocked } = getChoices(world, message.phoneNumberId, message.waId);
  const hears = customer !== undefined && customer.online && !customer.blocked && !blocked;
  return hears && message.type !== 'reaction';
}
