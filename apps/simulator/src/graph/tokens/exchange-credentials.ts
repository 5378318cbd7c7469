import type { Simulation } from '../../simulation.ts';
import type { JsonObject } from '../../world/entities.ts';
import { GraphError } from '../graph-error.ts';

/** `GET /oauth/access_token` with client credentials: the app token of an app that knows its secret. */
export function exchangeCredentials({ world }: Simulation, parameters: JsonObject) {
  const { client_id: clientId, client_secret: clientSecret, grant_type: grantType } = parameters;
  const app = world.apps.get(String(clientId));
  if (!app)
    throw new GraphError(101, {
      message: 'Error validating application. Cannot get application info due to a system error.',
    });
  if (app.secret !== clientSecret) throw new GraphError(1, { message: 'Error validating client secret.' });
  if (grantType !== 'client_credentials') {
    throw new GraphError(100, { message: '(#100) Only grant_type client_credentials is simulated.' });
  }
  return { access_token: `${app.id}|${app.secret}`, token_type: 'bearer' };
}
