import type { Simulation } from '../../simulation.ts';
import type { AccessToken, JsonObject } from '../../world/entities.ts';
import type { World } from '../../world/world.ts';
import { GraphError } from '../graph-error.ts';
import { type Caller, formatTime } from './authenticate.ts';

/** `GET /debug_token?input_token=`: what a token may do. A dead or foreign token is described, not refused. */
export function debugToken({ world, clock }: Simulation, caller: Caller, inputToken: unknown): string {
  if (typeof inputToken !== 'string' || inputToken === '') {
    throw new GraphError(100, { message: '(#100) You must provide an input token' });
  }
  const [appId, secret] = inputToken.split('|');
  const data =
    secret === undefined
      ? describeToken(caller, world.tokens.get(inputToken), clock.now())
      : describeAppToken(world, caller, { appId, secret });
  return JSON.stringify({ data });
}

function describeAppToken(
  world: World,
  caller: Caller,
  { appId, secret }: { readonly appId: string | undefined; readonly secret: string },
): JsonObject {
  const app = world.apps.get(appId ?? '');
  if (app?.secret !== secret) return invalid(190, 'Invalid OAuth access token signature.');
  if (app.id !== caller.app.id) return invalid(100, foreignToken);
  return { app_id: app.id, type: 'APP', application: app.name, is_valid: true, scopes: [] };
}

function describeToken(caller: Caller, token: AccessToken | undefined, now: number): JsonObject {
  if (!token) return invalid(190, 'Invalid OAuth access token - Cannot parse access token');
  if (token.appId !== caller.app.id) return invalid(100, foreignToken);
  const { expiresAt, issuedAt, scopes, wabaIds } = token;
  const isExpired = expiresAt !== undefined && now >= expiresAt;
  return {
    app_id: token.appId,
    type: token.kind ?? 'SYSTEM_USER',
    application: caller.app.name,
    data_access_expires_at: 0,
    ...(isExpired
      ? {
          error: {
            code: 190,
            message: `Error validating access token: Session has expired on ${formatTime(expiresAt)}. The current time is ${formatTime(now)}.`,
            subcode: 463,
          },
        }
      : {}),
    expires_at: expiresAt === undefined ? 0 : Math.floor(expiresAt / 1000),
    is_valid: !isExpired,
    issued_at: Math.floor(issuedAt / 1000),
    scopes,
    // A scope without targets reaches everything the person shared.
    granular_scopes: scopes.map((scope) => ({ scope, ...(wabaIds ? { target_ids: wabaIds } : {}) })),
    ...(token.userId === undefined ? {} : { user_id: token.userId }),
  };
}

const foreignToken = '(#100) The App_id in the input_token did not match the Viewing App';

function invalid(code: number, message: string): JsonObject {
  return { error: { code, message }, is_valid: false, scopes: [] };
}
