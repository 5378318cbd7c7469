import { z } from 'zod';
import { phoneAction } from './action.ts';

/** The person's own account: name, read receipts, username, and whether the number is hidden behind it. */
export const settingsAction = phoneAction({
  schema: z.strictObject({
    name: z.string().min(1).optional(),
    readReceipts: z.boolean().optional(),
    /** An empty one gives the username up. */
    username: z
      .union([
        z.literal(''),
        z.string().regex(/^(?!www)(?=.*[A-Za-z])(?!\.)(?!.*\.\.)[A-Za-z0-9._]{3,35}(?<!\.)$/),
      ])
      .optional(),
    phoneHidden: z.boolean().optional(),
  }),
  run(input, { runtime: { simulation }, customer }) {
    const username = (input.username ?? customer.username) || undefined;
    const changed = {
      ...customer,
      name: input.name ?? customer.name,
      readReceipts: input.readReceipts ?? customer.readReceipts,
      username,
      // Only a username can stand in for the number.
      phoneHidden: username !== undefined && (input.phoneHidden ?? customer.phoneHidden),
    };
    simulation.commit({ kind: 'entities', entities: { customers: [changed] } });
    const { name, readReceipts, phoneHidden } = changed;
    return { name, readReceipts, username, phoneHidden };
  },
});
