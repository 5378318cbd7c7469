import { retainPerWorkspace, type Upkeep } from '#platform/upkeep';
import { deleteOldDeliveries } from './store-deliveries.ts';

/** What was delivered or given up is kept for as long as somebody may ask about it; what is pending stays. */
export const hooksUpkeep: readonly Upkeep[] = [
  retainPerWorkspace({ name: 'hook_deliveries', keepDays: 30, purge: deleteOldDeliveries }),
];
