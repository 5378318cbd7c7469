import type { NatsSettings } from './nats-wake.ts';

/** What the environment says of NATS beside its addresses. */
export interface NatsEnvironment {
  readonly NATS_URL?: string | undefined;
  readonly NATS_TOKEN?: string | undefined;
  readonly NATS_USER?: string | undefined;
  readonly NATS_PASSWORD?: string | undefined;
  readonly NATS_CA_FILE?: string | undefined;
  readonly NATS_CERT_FILE?: string | undefined;
  readonly NATS_KEY_FILE?: string | undefined;
  readonly NATS_PREFIX: string;
}

/**
 * `nats://user:password@one:4222,two:4222` or `tls://token@one`: several servers after each other by commas, in one URL or
 * in several. Credentials of the settings count before those of the URL. Null: no NATS.
 *
 * @throws Error with a sentence when an address cannot be read
 */
export function readNatsSettings(environment: NatsEnvironment): NatsSettings | null {
  const text = environment.NATS_URL?.trim();
  if (!text) return null;
  const urls = text.split(',').map((part) => readAddress(part.trim()));
  const { NATS_CA_FILE: caFile, NATS_CERT_FILE: certFile, NATS_KEY_FILE: keyFile } = environment;
  const files = {
    ...(caFile === undefined ? {} : { caFile }),
    ...(certFile === undefined ? {} : { certFile }),
    ...(keyFile === undefined ? {} : { keyFile }),
  };
  const wantsTls = urls.some((url) => url.protocol === 'tls:') || Object.keys(files).length > 0;
  return {
    servers: urls.map((url) => `${url.hostname}:${url.port || '4222'}`),
    credentials: readCredentials(environment, urls),
    tls: wantsTls ? files : undefined,
    prefix: environment.NATS_PREFIX,
  };
}

/** Nothing of the address is repeated in the error: it may carry a password. */
function readAddress(text: string): URL {
  const url = URL.parse(text.includes('://') ? text : `nats://${text}`);
  if (url && ['nats:', 'tls:'].includes(url.protocol) && url.hostname !== '') return url;
  throw new Error(
    'NATS_URL must be nats://host:4222 or tls://host:4222, several of them separated by commas.',
  );
}

function readCredentials(
  { NATS_TOKEN: token, NATS_USER: user, NATS_PASSWORD: password }: NatsEnvironment,
  urls: readonly URL[],
): NatsSettings['credentials'] {
  if (token) return { kind: 'token', token };
  if (user) return { kind: 'password', user, password: password ?? '' };
  const url = urls.find(({ username }) => username !== '');
  if (!url) return { kind: 'none' };
  const name = decodeURIComponent(url.username);
  if (url.password === '') return { kind: 'token', token: name };
  return { kind: 'password', user: name, password: decodeURIComponent(url.password) };
}
