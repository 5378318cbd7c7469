import type { Platform, ServerModule } from '#platform/module';
import type { Upkeep } from '#platform/upkeep';
import { createOperationsRoutes } from './routes.ts';
import { createUpkeepWorker } from './upkeep/upkeep-worker.ts';

export interface OperationsNeeds {
  readonly platform: Platform;
  /** Of every module that has something which grows old. */
  readonly upkeep: readonly Upkeep[];
}

/** What keeps an installation in order by itself, and what its owners decide. */
export function createOperationsModule({ platform, upkeep }: OperationsNeeds): {
  readonly module: ServerModule;
} {
  return {
    module: {
      name: 'operations',
      routes: createOperationsRoutes(platform),
      workers: [createUpkeepWorker(platform, upkeep)],
    },
  };
}
