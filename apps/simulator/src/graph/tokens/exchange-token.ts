import type { Simulation } from '../../simulation.ts';
import type { App, JsonObject } from '../../world/entities.ts';
import { GraphError } from '../graph-error.ts';
import { exchangeCode } from './exchange-code.ts';
import { extendToken } from './extend-token.ts';

/** What an app gets for what it shows; `parameters` are those of the call. */
export type Grant = (simulation: Simulation, app: App, parameters: JsonObject) => JsonObject;

const grants: { readonly [grantType: string]: Grant } = {
  client_credentials: (_simulation, app) => ({
    access_token: `${app.id}|${app.secret}`,
    token_type: 'bearer',
  }),
  authorization_code: exchangeCode,
  fb_exchange_token: extendToken,
};

/** `GET|POST /oauth/access_token`: an app token, or the token of a person or a business. The app shows its secret. */
export function exchangeToken(simulation: Simulation, parameters: JsonObject): JsonObject {
  const {
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: grantType = 'authorization_code',
  } = parameters;
  if (clientId === undefined) throw new GraphError(101, { message: 'Missing client_id parameter.' });
  const app = simulation.world.apps.get(wordOf(clientId));
  if (!app) {
    throw new GraphError(101, {
      message: 'Error validating application. Cannot get application info due to a system error.',
    });
  }
  if (clientSecret === undefined) throw new GraphError(1, { message: 'Missing client_secret parameter.' });
  if (app.secret !== clientSecret) throw new GraphError(1, { message: 'Error validating client secret.' });
  const granted = wordOf(grantType);
  const grant = Object.hasOwn(grants, granted) ? grants[granted] : undefined;
  if (!grant) throw new GraphError(100, { message: `(#100) Unsupported grant_type "${granted}".` });
  return grant(simulation, app, parameters);
}

/** Bodies of JSON also name ids as numbers. */
function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
