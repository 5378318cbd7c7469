import type { Simulation } from '../../simulation.ts';
import type { App, JsonObject } from '../../world/entities.ts';
import { GraphError } from '../graph-error.ts';
import { authenticate } from './authenticate.ts';

const longLifeSeconds = 60 * 24 * 60 * 60;

/** A person's token against one that lives for 60 days (Meta: long-lived access tokens). */
export function extendToken(simulation: Simulation, app: App, parameters: JsonObject): JsonObject {
  const { world, random, clock, commit } = simulation;
  const { fb_exchange_token: given } = parameters;
  if (typeof given !== 'string' || given === '') {
    throw new GraphError(100, { message: '(#100) The parameter fb_exchange_token is required.' });
  }
  const caller = authenticate(simulation, given, parameters.appsecret_proof);
  const stored = world.tokens.get(given);
  if (caller.app.id !== app.id || stored === undefined) {
    throw new GraphError(190, { message: 'The access token does not belong to application' });
  }
  const issuedAt = clock.now();
  const token = {
    ...stored,
    token: `EAA${random.base62(160)}`,
    issuedAt,
    expiresAt: issuedAt + longLifeSeconds * 1000,
  };
  commit({ kind: 'entities', entities: { tokens: [token] } });
  return { access_token: token.token, token_type: 'bearer', expires_in: longLifeSeconds };
}
