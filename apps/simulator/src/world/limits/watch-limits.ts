import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber, Portfolio } from '../entities.ts';
import type { OutboundMessage } from '../messages/messages.ts';
import { planTask } from '../tasks/plan-task.ts';
import { getOutbound } from '../world.ts';
import { nextTier, usersOf } from './messaging-limit.ts';

/** Counts what comes in against the number's rate, and plans the rise of limits once they have been earned. */
export function watchLimits(simulation: Simulation): void {
  const { world, rates, clock } = simulation;
  simulation.onCommit((record) => {
    if (record.kind === 'inbound') {
      const phoneNumber = world.phoneNumbers.get(record.message.phoneNumberId);
      if (phoneNumber) rates.noteInbound(phoneNumber, clock.elapsedMs());
    }
    if (record.kind === 'accepted' && record.message.startsConversation) {
      onStarted(simulation, record.message);
    }
    if (record.kind === 'status' && record.update.status === 'delivered') {
      const message = getOutbound(world, record.update.messageId)?.message;
      if (message?.startsConversation) onTrialDelivered(simulation, message);
    }
  });
}

function onStarted(simulation: Simulation, message: OutboundMessage): void {
  const { world } = simulation;
  const sender = senderOf(simulation, message);
  if (!sender) return;
  const started = world.startedUsers.get(sender.portfolio.id)?.size ?? 0;
  const limit = usersOf(sender.portfolio.messagingLimit);
  if (limit === undefined) {
    if (started >= world.settings.limits.throughputUpgradeUsers) planUpgrade(simulation, sender, message.at);
  } else if (limit > smallestLimit && started * 2 >= limit) {
    planGrowth(simulation, sender, message.at);
  }
}

/** From 250 on a trial lifts the limit, or verification; use alone does not. */
const smallestLimit = 250;

function onTrialDelivered(simulation: Simulation, message: OutboundMessage): void {
  const sender = senderOf(simulation, message);
  if (!sender) return;
  const reached = simulation.world.trialUsers.get(sender.portfolio.id)?.size ?? 0;
  if (reached >= simulation.world.settings.limits.trialUsers) planGrowth(simulation, sender, message.at);
}

interface Sender {
  readonly phoneNumber: PhoneNumber;
  readonly portfolio: Portfolio;
}

function senderOf({ world }: Simulation, { phoneNumberId }: OutboundMessage): Sender | undefined {
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  const portfolio = world.portfolios.get(world.wabas.get(phoneNumber?.wabaId ?? '')?.portfolioId ?? '');
  return phoneNumber && portfolio && { phoneNumber, portfolio };
}

/** Low quality does not lower a limit any more, but it blocks the rise (Meta: messaging limits). */
function planGrowth(simulation: Simulation, { phoneNumber, portfolio }: Sender, at: number): void {
  const { world } = simulation;
  const tier = nextTier(portfolio.messagingLimit);
  if (tier === undefined) return;
  const decidedAt = at + world.settings.limits.growthDelayMs;
  const portfolioId = portfolio.id;
  if (phoneNumber.qualityRating === 'RED') {
    if (isPlanned(simulation, 'growth-refused', 'portfolioId', portfolioId)) return;
    return planTask(simulation, 'growth-refused', decidedAt, { portfolioId });
  }
  if (isPlanned(simulation, 'limit-grown', 'portfolioId', portfolioId)) return;
  planTask(simulation, 'limit-grown', decidedAt, { portfolioId, tier });
}

function planUpgrade(simulation: Simulation, { phoneNumber }: Sender, at: number): void {
  const { rates } = simulation.world.settings;
  const isUseful =
    phoneNumber.throughputLevel === 'STANDARD' && rates.numberPerSecond < rates.highNumberPerSecond;
  if (!isUseful || phoneNumber.onBusinessApp || phoneNumber.qualityRating === 'RED') return;
  if (isPlanned(simulation, 'throughput-upgrade', 'phoneNumberId', phoneNumber.id)) return;
  planTask(simulation, 'throughput-upgrade', at, { phoneNumberId: phoneNumber.id });
}

function isPlanned({ world }: Simulation, name: string, key: string, id: string): boolean {
  return [...world.tasks.values()].some((task) => task.name === name && task.input[key] === id);
}
