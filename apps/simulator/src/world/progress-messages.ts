import type { Simulation } from '../simulation.ts';
import { describeFailure } from './failure.ts';
import type { MessageStatus, OutboundState } from './messages.ts';
import { getOutbound } from './world.ts';

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
  let pending = 0;

  const later = (state: OutboundState, step: (state: OutboundState) => void) => {
    const { min, max } = world.settings.statusDelayMs;
    pending += 1;
    scheduler.after(random.integer(min, max), () => {
      pending -= 1;
      step(state);
    });
  };

  const leave = (state: OutboundState) => {
    if (state.message.failCode === undefined) setStatus(simulation, state, 'sent');
    else setStatus(simulation, state, 'failed');
  };

  const arrive = (state: OutboundState) => {
    if (state.status === 'sent' && isReachable(simulation, state)) setStatus(simulation, state, 'delivered');
  };

  const advance = (state: OutboundState) => {
    if (state.status === 'accepted') later(state, leave);
    else if (state.status === 'sent' && isReachable(simulation, state)) later(state, arrive);
  };

  simulation.onCommit((record) => {
    const messageId =
      record.kind === 'accepted'
        ? record.message.id
        : record.kind === 'status'
          ? record.update.messageId
          : undefined;
    const state = messageId === undefined ? undefined : getOutbound(world, messageId);
    if (state) advance(state);
  });

  return {
    resume: () => world.sends.forEach(advance),
    deliverWaiting: (waId) => {
      for (const state of world.sends) if (state.message.waId === waId) advance(state);
    },
    pendingCount: () => pending,
    clear() {
      pending = 0;
    },
  };
}

/** Gives a message its next status and tells the subscribed apps. */
export function setStatus(simulation: Simulation, state: OutboundState, status: MessageStatus): void {
  const { message } = state;
  const errors =
    status === 'failed' && message.failCode !== undefined
      ? [describeFailure(message.failCode, message.failDetails)]
      : undefined;
  const update = {
    id: simulation.random.base62(12),
    kind: 'status',
    messageId: message.id,
    status,
    at: simulation.clock.now(),
  } as const;
  simulation.commit({ kind: 'status', update, errors });
}

/** Reactions only ever become `sent` (Meta: reaction messages). A person who blocked the business hears nothing. */
function isReachable({ world }: Simulation, { message }: OutboundState): boolean {
  const customer = world.customers.get(message.waId);
  return customer !== undefined && customer.online && !customer.blocked && message.type !== 'reaction';
}
