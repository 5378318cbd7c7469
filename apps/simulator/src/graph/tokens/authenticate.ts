import { createHmac } from 'node:crypto';
import type { Simulation } from '../../simulation.ts';
import type { App } from '../../world/entities.ts';
import { GraphError } from '../graph-error.ts';

/** Who calls: a system user of an app, or (with an app token) the app itself. */
export interface Caller {
  readonly app: App;
  readonly token: string;
  readonly isAppToken: boolean;
  readonly scopes: readonly string[];
  /** Without it the caller reaches every WABA. */
  readonly wabaIds?: readonly string[] | undefined;
}

/** The caller behind a token; throws 190 with HTTP 401 when the token is missing, unknown or expired. */
export function authenticate(
  { world, clock }: Simulation,
  token: string | undefined,
  proof: unknown,
): Caller {
  if (!token) throw authenticationError('Authentication Error');
  const caller = findAppToken(world.apps, token) ?? findSystemToken({ world, clock }, token);
  verifyProof(caller, proof);
  return caller;
}

function findAppToken(apps: ReadonlyMap<string, App>, token: string): Caller | undefined {
  const [appId, secret] = token.split('|');
  if (appId === undefined || secret === undefined) return undefined;
  const app = apps.get(appId);
  if (app?.secret !== secret) throw authenticationError('Invalid OAuth access token signature.');
  return { app, token, isAppToken: true, scopes: [] };
}

function findSystemToken({ world, clock }: Pick<Simulation, 'world' | 'clock'>, token: string): Caller {
  const stored = world.tokens.get(token);
  const app = stored && world.apps.get(stored.appId);
  if (!stored || !app) {
    throw authenticationError('Invalid OAuth access token - Cannot parse access token');
  }
  const now = clock.now();
  if (stored.expiresAt !== undefined && now >= stored.expiresAt) {
    throw authenticationError(
      `Error validating access token: Session has expired on ${formatTime(stored.expiresAt)}. The current time is ${formatTime(now)}.`,
      463,
    );
  }
  return { app, token, isAppToken: false, scopes: stored.scopes, wabaIds: stored.wabaIds };
}

/** `appsecret_proof` is checked whenever it is given, and asked for when the app requires it. */
function verifyProof({ app, token }: Caller, proof: unknown): void {
  if (proof === undefined && !app.requireAppSecretProof) return;
  const expected = createHmac('sha256', app.secret).update(token).digest('hex');
  if (proof === expected) return;
  throw new GraphError(100, {
    message:
      proof === undefined
        ? 'API calls from the server require an appsecret_proof argument'
        : 'Invalid appsecret_proof provided in the API argument',
    type: 'GraphMethodException',
  });
}

function authenticationError(message: string, subcode?: number): GraphError {
  return new GraphError(190, { message, ...(subcode === undefined ? {} : { subcode }) });
}

/** As Meta prints it, in Pacific time: `Saturday, 21-Nov-26 13:00:00 PST`. */
export function formatTime(atMs: number): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    weekday: 'long',
    day: '2-digit',
    month: 'short',
    year: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(atMs);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const date = `${part('day')}-${part('month')}-${part('year')}`;
  return `${part('weekday')}, ${date} ${part('hour')}:${part('minute')}:${part('second')} ${part('timeZoneName')}`;
}
