import type { PhoneStreams } from './phone/phone-stream.ts';
import type { Simulation } from './simulation.ts';
import type { WebhookDelivery } from './webhooks/deliver-webhooks.ts';
import type { MessageProgress } from './world/messages/progress-messages.ts';
import type { SnapshotStore } from './world/snapshots/snapshot-store.ts';
import type { TaskRunner } from './world/tasks/run-tasks.ts';

/** The simulation with everything that reacts to it. */
export interface Runtime {
  readonly simulation: Simulation;
  readonly delivery: WebhookDelivery;
  readonly progress: MessageProgress;
  readonly tasks: TaskRunner;
  readonly streams: PhoneStreams;
  readonly snapshots: SnapshotStore;
}
