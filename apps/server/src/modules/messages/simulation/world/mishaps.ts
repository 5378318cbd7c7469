import { createHost } from '../engine/scheduler.ts';
import type { Intake } from './intake.ts';
import type { People } from './people.ts';
import type { SimulatedProvider } from './provider.ts';
import type { Workers } from './workers.ts';
import { tell, type World } from './world.ts';

interface Victims {
  readonly workers: Workers;
  readonly intake: Intake;
  readonly people: People;
  readonly provider: SimulatedProvider;
}

const fate = createHost('fate');

/** Plants what the seed has in store for machines, numbers and clocks into the troubled time. */
export function plantMishaps(world: World, { workers, intake, people, provider }: Victims): void {
  const { plan, random, scheduler } = world;
  const plant = (count: number, happen: () => void) => {
    for (let index = 0; index < count; index += 1) {
      scheduler.after(fate, random.between(0, plan.troubledMs), happen);
    }
  };
  const { mishaps } = plan;
  plant(mishaps.crashes, () => workers.crash(random.between(10, 5_000)));
  plant(mishaps.restarts, () => workers.restart(random.between(10, 2_000)));
  plant(mishaps.pauses, () => workers.pause(random.between(100, plan.leaseMs * 2.5)));
  plant(mishaps.clockJumps, () => workers.setClock(random.between(-60_000, 60_000)));
  plant(mishaps.intakeStops, () => intake.crash(random.between(100, 8_000)));
  plant(mishaps.tokenDeaths, () => {
    const channelId = random.pick([...world.database.tables.channels.keys()]);
    tell(world, 'fate', 'ends a token', { channelId });
    provider.setToken(channelId, 'revoked');
    scheduler.after(fate, random.between(500, 6_000), () => void people.mend(channelId));
  });
}
