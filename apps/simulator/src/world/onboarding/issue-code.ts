import type { Simulation } from '../../simulation.ts';
import type { OAuthCode } from './oauth-code.ts';

type Granted = Pick<OAuthCode, 'appId' | 'wabaIds' | 'scopes' | 'redirectUri'>;

/** What the dialog gives to the app: it may act for these accounts, once it has exchanged the code. */
export function issueCode({ random, clock, commit }: Simulation, granted: Granted): OAuthCode {
  const code = { ...granted, code: `AQB${random.base62(240)}`, issuedAt: clock.now(), isUsed: false };
  commit({ kind: 'entities', entities: { oauthCodes: [code] } });
  return code;
}
