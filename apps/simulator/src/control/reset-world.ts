import type { Runtime } from '../runtime.ts';
import { noFaults } from './faults.ts';

/** Back to an empty world: nothing on its way is delivered any more, journal and media are gone. */
export function resetWorld({ simulation, delivery, progress, tasks, streams }: Runtime): void {
  simulation.clear();
  simulation.faults.set(noFaults);
  simulation.rates.clear();
  simulation.usage.clear();
  delivery.clear();
  progress.clear();
  tasks.clear();
  streams.worldChanged();
}
