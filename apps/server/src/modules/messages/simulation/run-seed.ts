import { checkOutcome } from './checks/outcome.ts';
import type { Coverage } from './checks/transitions.ts';
import { Watch } from './checks/watch.ts';
import { createRandom } from './engine/random.ts';
import { Scheduler } from './engine/scheduler.ts';
import { createTrace, silence } from './engine/trace.ts';
import { choosePlan, type Plan } from './plan.ts';
import { changePlan, type PlanChanges } from './plan-parts.ts';
import { MemoryDatabase } from './store/memory-database.ts';
import { Intake } from './world/intake.ts';
import { plantMishaps } from './world/mishaps.ts';
import { People } from './world/people.ts';
import { SimulatedProvider } from './world/provider.ts';
import { Workers } from './world/workers.ts';
import { outside, tell, type WakeListener, type World } from './world/world.ts';

export interface SeedResult {
  readonly seed: number;
  readonly plan: Plan;
  readonly violations: readonly string[];
  readonly story: readonly string[];
  readonly coverage: Coverage;
  readonly steps: number;
}

const startMs = Date.UTC(2026, 10, 2, 9);
/** Far more than any world needs. */
const mostSteps = 100_000;
const dayMs = 24 * 60 * 60 * 1_000;

interface SeedOptions {
  /** Keeps the story. */
  readonly isTold?: boolean;
  /** What the world has less of than its seed has decided. */
  readonly changes?: PlanChanges;
  /** Another course of events in the world of the same plan; 0 unless said. */
  readonly dice?: number;
}

/** One life of a simulated world: people write while things go wrong, then everything is mended and must come to rest. */
export async function runSeed(
  seed: number,
  { isTold = false, changes = {}, dice = 0 }: SeedOptions = {},
): Promise<SeedResult> {
  const random = createRandom(seed);
  const plan = changePlan(choosePlan(random.fork()), changes);
  for (let thrown = 0; thrown < dice; thrown += 1) random.next();
  const scheduler = new Scheduler(random.fork(), startMs);
  const trace = isTold ? createTrace(startMs) : silence;
  const wakeListeners = new Set<WakeListener>();
  const database: MemoryDatabase = new MemoryDatabase({
    scheduler,
    random: random.fork(),
    onCommit: (changes, transaction) => watch.onCommit(changes, transaction),
    onWake: (topic, detail) => spreadWake(world, topic, detail),
    onDeadlock: (statement) =>
      world.violations.push(`deadlock: two transactions wait for each other in ${statement}`),
    breaks: () => (world.isTroubled ? plan.trouble.connectionBreaks : 0),
  });
  const world: World = {
    plan,
    random: random.fork(),
    scheduler,
    database,
    trace,
    violations: [],
    wakeListeners,
    isTroubled: true,
  };
  const watch = new Watch(world);
  const intake = new Intake(world);
  const provider = new SimulatedProvider(world, {
    onCall: watch.onCall,
    onAccepted: watch.onAccepted,
    onStatus: (status) => intake.receive(status),
  });
  const people = new People(world, provider, intake);
  const workers = new Workers(world, provider, intake);
  const isBroken = () => {
    if (scheduler.steps > mostSteps) world.violations.push(`I6: no rest after ${mostSteps} steps`);
    return world.violations.length > 0;
  };

  furnish(world, provider);
  workers.startAll();
  intake.start();
  people.start();
  plantMishaps(world, { workers, intake, people, provider });
  await scheduler.run(isBroken, startMs + plan.troubledMs);

  tell(world, 'fate', 'lets everything be mended');
  world.isTroubled = false;
  workers.recover();
  for (const channelId of database.tables.channels.keys()) void people.mend(channelId);
  await comeToRest(world, isBroken, { people, provider, intake });
  if (!isBroken()) world.violations.push(...checkOutcome(world, provider));
  return {
    seed,
    plan,
    violations: world.violations,
    story: trace.lines,
    coverage: watch.coverage,
    steps: scheduler.steps,
  };
}

/** Numbers and conversations; some windows close soon, some were never open. */
function furnish({ plan, random, database, scheduler }: World, provider: SimulatedProvider): void {
  for (let channel = 1; channel <= plan.channels; channel += 1) {
    const channelId = `number-${channel}`;
    provider.setToken(channelId, 'token-0');
    database.tables.channels.set(channelId, {
      id: channelId,
      phoneNumber: `8150000000${channel}`,
      state: 'connected',
      problem: null,
      credentialsVersion: 'token-0',
      messagesPerSecond: plan.messagesPerSecond,
    });
    for (let index = 1; index <= plan.conversations; index += 1) {
      const id = `conversation-${channel}-${index}`;
      const closesInMs = random.chance(0.15) ? random.between(0, plan.troubledMs * 2) : dayMs;
      const isOpen = !random.chance(0.1);
      database.tables.conversations.set(id, {
        id,
        channelId,
        contactId: id,
        recipientPhone: `8190${channel}00000${index}`,
        lastInboundAt: isOpen ? new Date(scheduler.nowMs + closesInMs - dayMs) : null,
        windowClosesAt: isOpen ? new Date(scheduler.nowMs + closesInMs) : null,
        lastMessageId: null,
      });
    }
  }
}

function spreadWake(
  { wakeListeners, scheduler, random, isTroubled, plan }: World,
  topic: string,
  detail: string,
): void {
  for (const { host, topic: wanted, listen } of wakeListeners) {
    if (wanted !== topic) continue;
    if (isTroubled && random.chance(plan.trouble.wakeIsLost)) continue;
    scheduler.after(host, random.between(0, 5), () => listen(detail));
  }
}

const watchedMs = 3_000;
const longestSleepMs = 2 * 60 * 60 * 1_000;
const longestRestMs = 40 * 60 * 60 * 1_000;

/**
 * Nothing goes wrong any more, so everything must end by itself. What only time ends (silence, holds, deadlines) is not
 * waited for tick by tick: everybody sleeps a while, then a few seconds are run in full.
 */
async function comeToRest(
  world: World,
  isBroken: () => boolean,
  { people, provider, intake }: { people: People; provider: SimulatedProvider; intake: Intake },
): Promise<void> {
  const { scheduler, database } = world;
  const { outbox } = database.tables;
  const untilMs = scheduler.nowMs + longestRestMs;
  const isAtRest = () => outbox.size === 0 && intake.waiting === 0 && provider.statusesUnderWay === 0;
  const isOver = () => isBroken() || isAtRest();
  let sleepMs = 10_000;
  while (!isOver() && scheduler.nowMs < untilMs) {
    if (world.random.chance(0.4)) people.lookAfterUnconfirmed();
    await scheduler.run(isOver, scheduler.nowMs + watchedMs);
    if (isOver()) break;
    scheduler.skipTo(scheduler.nowMs + sleepMs);
    sleepMs = Math.min(sleepMs * 3, longestSleepMs);
    tell(world, outside.name, 'sleeps a while');
  }
}
