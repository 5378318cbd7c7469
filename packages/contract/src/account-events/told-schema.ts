import * as z from 'zod';
import { type AccountEventTold, accountEventKinds, accountEvents } from './index.ts';

const [first, ...others] = accountEventKinds.map((kind) =>
  z.object({ kind: z.literal(kind), data: accountEvents[kind].data }),
);
if (!first) throw new Error('The registry of account events is empty');

/** Any of the registry, told apart by its kind. Its members are made of the registry, which `map` forgets. */
export const accountEventToldSchema = z.discriminatedUnion('kind', [
  first,
  ...others,
]) as z.ZodType<AccountEventTold>;
