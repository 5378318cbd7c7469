import { z } from 'zod';
import type { Simulation } from '../simulation.ts';

/** One token, all of one app, or (with neither) every token. */
export const expireTokensSchema = z.strictObject({
  token: z.string().optional(),
  appId: z.string().optional(),
});

/** Ends tokens now, as when a person changes the password. A merged app with a new `accessToken` works again. */
export function expireTokens(
  { world, clock, commit }: Simulation,
  { token, appId }: z.infer<typeof expireTokensSchema>,
) {
  const tokens = [...world.tokens.values()]
    .filter((stored) => token === undefined || stored.token === token)
    .filter((stored) => appId === undefined || stored.appId === appId)
    .map((stored) => ({ ...stored, expiresAt: clock.now() }));
  commit({ kind: 'entities', entities: { tokens } });
  return { expired: tokens.length };
}
