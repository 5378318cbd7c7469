import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import {
  type AllowedPlaces,
  isForbiddenAddress,
  isMetadataAddress,
  readAllowedPlaces,
} from './address-rules.ts';

export type GuardedAnswer =
  | { readonly answered: true; readonly status: number; readonly body: string }
  | { readonly answered: false; readonly reason: 'forbidden_address' | 'unreachable' | 'timeout' };

export interface GuardedClient {
  /** One POST. No redirect is followed: what it names was not checked, and is told as the answer it is. Never throws. */
  post(
    url: string,
    request: { headers: Readonly<Record<string, string>>; body: string },
  ): Promise<GuardedAnswer>;
  /** Whether an address may be stored at all: https, or what the operator allows. What it resolves to is seen later. */
  isAcceptable(url: string): boolean;
  close(): Promise<void>;
}

interface GuardedSettings {
  /** Hosts and networks that are allowed although they are not public, separated by commas. */
  readonly allowed: string;
  readonly timeoutMs?: number;
  /** Told of every address that was refused: for what it says, or for where its name led. */
  readonly onRefused?: (where: 'address' | 'name') => void;
  readonly resolve?: typeof lookup;
  /** Opens the connection, with a lookup that checks; the tests have one that only notes whom it would have called. */
  readonly dial?: (options: buildConnector.BuildOptions) => buildConnector.connector;
}

const usualTimeoutMs = 10_000;
const longestAnswerBytes = 16 * 1024;

/**
 * Every address is checked at the moment of connecting, after the name was resolved, and that very address is dialled: a
 * name that resolves differently a moment later changes nothing.
 */
export function createGuardedClient({
  allowed,
  timeoutMs = usualTimeoutMs,
  onRefused = () => undefined,
  resolve = lookup,
  dial = buildConnector,
}: GuardedSettings): GuardedClient {
  const places = readAllowedPlaces(allowed);
  const agent = new Agent({
    connect: createConnector(places, resolve, (lookupChecked) =>
      dial({ lookup: lookupChecked, timeout: timeoutMs }),
    ),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  return {
    isAcceptable(url) {
      const accepted = isAcceptable(url, places);
      if (!accepted) onRefused('address');
      return accepted;
    },
    async post(url, request) {
      if (!isAcceptable(url, places)) {
        onRefused('address');
        return { answered: false, reason: 'forbidden_address' };
      }
      const answer = await send(agent, url, request, timeoutMs);
      if (!answer.answered && answer.reason === 'forbidden_address') onRefused('name');
      return answer;
    },
    close: () => agent.close(),
  };
}

function isAcceptable(url: string, { hosts, networks }: AllowedPlaces): boolean {
  const parsed = URL.parse(url);
  if (!parsed || parsed.username !== '' || parsed.password !== '') return false;
  const isNamed = hosts.has(bare(parsed.hostname));
  const isInNetwork =
    networks.length > 0 &&
    isIP(bare(parsed.hostname)) !== 0 &&
    !isForbiddenAddress(bare(parsed.hostname), { networks });
  if (parsed.protocol === 'https:') {
    return (
      isIP(bare(parsed.hostname)) === 0 || isNamed || !isForbiddenAddress(bare(parsed.hostname), { networks })
    );
  }
  return parsed.protocol === 'http:' && (isNamed || isInNetwork);
}

/** `[::1]` → `::1`. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** A host that is allowed by its name may be anywhere but where credentials are told. */
function mayDial(address: string, host: string, places: AllowedPlaces): boolean {
  return places.hosts.has(host) ? !isMetadataAddress(address) : !isForbiddenAddress(address, places);
}

class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

function createConnector(
  places: AllowedPlaces,
  resolve: typeof lookup,
  dial: (checked: LookupFunction) => buildConnector.connector,
): buildConnector.connector {
  const checkedLookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const given: readonly LookupAddress[] = addresses ?? [];
      const usable = given.filter(({ address }) => mayDial(address, hostname, places));
      const [first] = usable;
      if (error) done(error, '', 0);
      else if (!first) done(new ForbiddenAddress(`${hostname} is not a public address`), '', 0);
      else if (options.all) done(null, [...usable]);
      else done(null, first.address, first.family);
    });
  };
  const connect = dial(checkedLookup);
  return (options, done) => {
    // A literal address is never looked up.
    const host = bare(options.hostname);
    if (isIP(host) !== 0 && !mayDial(host, host, places)) {
      done(new ForbiddenAddress(`${host} is not a public address`), null);
      return;
    }
    connect(options, done);
  };
}

async function send(
  dispatcher: Dispatcher,
  url: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  timeoutMs: number,
): Promise<GuardedAnswer> {
  const { origin, pathname, search } = new URL(url);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await dispatcher.request({
      origin,
      path: `${pathname}${search}`,
      method: 'POST',
      headers,
      body,
      signal,
    });
    return { answered: true, status: answer.statusCode, body: await readStart(answer.body) };
  } catch (error) {
    if (error instanceof ForbiddenAddress) return { answered: false, reason: 'forbidden_address' };
    return { answered: false, reason: signal.aborted ? 'timeout' : 'unreachable' };
  }
}

/** Enough of an answer to show somebody what is wrong; the rest is not read. */
async function readStart(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= longestAnswerBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, longestAnswerBytes).toString('utf8');
}
