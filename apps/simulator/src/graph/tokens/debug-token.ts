import type { Simulation } from '../../simulation.ts';
import { GraphError } from '../graph-error.ts';
import type { Caller } from './authenticate.ts';

/** `GET /debug_token?input_token=`: what a token may do. A dead token is described, not refused. */
export function debugToken({ world, clock }: Simulation, caller: Caller, inputToken: unknown): string {
  if (typeof inputToken !== 'string' || inputToken === '') {
    throw new GraphError(100, { message: '(#100) You must provide an input token' });
  }
  const token = world.tokens.get(inputToken);
  if (!token || token.appId !== caller.app.id) {
    const error = { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' };
    return JSON.stringify({ data: { error, is_valid: false, scopes: [] } });
  }
  const isExpired = token.expiresAt !== undefined && clock.now() >= token.expiresAt;
  const expired = { code: 190, message: 'Error validating access token: Session has expired', subcode: 463 };
  const wabaIds = token.wabaIds ?? [...world.wabas.keys()];
  const data = {
    app_id: token.appId,
    type: 'SYSTEM_USER',
    application: world.apps.get(token.appId)?.name,
    data_access_expires_at: 0,
    ...(isExpired ? { error: expired } : {}),
    expires_at: token.expiresAt === undefined ? 0 : Math.floor(token.expiresAt / 1000),
    is_valid: !isExpired,
    issued_at: Math.floor(token.issuedAt / 1000),
    scopes: token.scopes,
    granular_scopes: token.scopes.map((scope) => ({ scope, target_ids: wabaIds })),
  };
  return JSON.stringify({ data });
}
