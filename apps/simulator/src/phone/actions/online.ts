import { z } from 'zod';
import { phoneAction } from './action.ts';

/** Airplane mode: an offline phone receives nothing; back online it receives everything that waited. */
export const onlineAction = phoneAction({
  schema: z.strictObject({ online: z.boolean() }),
  run({ online }, { runtime: { simulation, progress }, customer }) {
    simulation.commit({ kind: 'entities', entities: { customers: [{ ...customer, online }] } });
    if (online) progress.deliverWaiting(customer.waId);
    return { online };
  },
});
