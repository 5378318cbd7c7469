import type { Simulation } from '../../simulation.ts';
import type { App, JsonObject } from '../../world/entities.ts';
import type { OAuthCode } from '../../world/onboarding/oauth-code.ts';
import { GraphError } from '../graph-error.ts';

/**
 * The code of a sign-up against a business token (Meta: Embedded Signup, implementation). A code works once and for 30
 * seconds. One of the JavaScript SDK has no `redirect_uri`; one of a dialog the app opened itself needs the same again.
 */
export function exchangeCode(simulation: Simulation, app: App, parameters: JsonObject): JsonObject {
  const { world, random, clock, commit } = simulation;
  const { code: given, redirect_uri: redirectUri } = parameters;
  if (typeof given !== 'string' || given === '') {
    throw new GraphError(100, { message: '(#100) The parameter code is required.' });
  }
  const code = world.oauthCodes.get(given);
  if (code?.appId !== app.id) throw refused('Invalid verification code format.', 36009);
  refuseStale(simulation, code);
  if ((code.redirectUri ?? '') !== (redirectUri ?? '')) {
    throw refused(
      'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
      36008,
    );
  }
  const issuedAt = clock.now();
  const { businessTokenLifeMs: lifeMs } = world.settings.onboarding;
  const token = {
    token: `EAA${random.base62(160)}`,
    appId: app.id,
    wabaIds: code.wabaIds,
    scopes: code.scopes,
    userId: random.digits(15),
    issuedAt,
    ...(lifeMs === null ? {} : { expiresAt: issuedAt + lifeMs }),
  };
  commit({ kind: 'entities', entities: { oauthCodes: [{ ...code, isUsed: true }], tokens: [token] } });
  const expiry = lifeMs === null ? {} : { expires_in: Math.floor(lifeMs / 1000) };
  return { access_token: token.token, token_type: 'bearer', ...expiry };
}

function refuseStale({ world, clock }: Simulation, { isUsed, issuedAt }: OAuthCode): void {
  if (isUsed) throw refused('This authorization code has been used.', 36009);
  if (clock.now() < issuedAt + world.settings.onboarding.oauthCodeLifeMs) return;
  throw refused('This authorization code has expired.', 36007);
}

function refused(message: string, subcode: number): GraphError {
  return new GraphError(100, { message, subcode });
}
