import { createHmac } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Dispatcher, request as undiciRequest } from 'undici';
import type * as z from 'zod';
import { ProviderCallError } from '../../port.ts';
import { type Exchange, exchange } from './http-exchange.ts';
import { readRefusal } from './read-refusal.ts';
import { describeFailure, parseOrUndefined } from './send-outcome.ts';

export interface GraphSettings {
  /** Such as https://graph.facebook.com; product code cannot tell Meta from the simulator. */
  readonly graphUrl: string;
  /** Such as v25.0. */
  readonly graphVersion: string;
  readonly dispatcher: Dispatcher;
}

interface GraphCall {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Without version: `/123/messages`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

/** Calls of Graph with one token. */
export interface GraphCaller {
  /** One try, never throws: for sends. */
  send(path: string, json: unknown): Promise<Exchange>;
  /** Throws `ProviderCallError` when Graph refuses, cannot be reached or answers something else. */
  call<Schema extends z.ZodType>(call: GraphCall, answer: Schema): Promise<z.output<Schema>>;
  upload<Schema extends z.ZodType>(
    path: string,
    body: Readable,
    headers: Readonly<Record<string, string>>,
    answer: Schema,
  ): Promise<z.output<Schema>>;
  /** The bytes behind an address that Graph gave. */
  download(url: string): Promise<{ readonly stream: Readable; readonly mimeType: string | null }>;
}

/** Two thirds of a lease: whoever waits still owns the message when it gives up. */
const sendTimeoutMs = 20_000;
const callTimeoutMs = 15_000;

/**
 * With `appSecret` every call proves that it comes from the token's own app, which Meta demands of apps that have
 * "Require App Secret" switched on. (Meta, "Securing Graph API requests": appsecret_proof)
 */
export function createGraphCaller(
  settings: GraphSettings,
  accessToken: string,
  appSecret?: string,
): GraphCaller {
  const base = new URL(settings.graphUrl);
  const authorization = { authorization: `Bearer ${accessToken}` };
  const proof: Readonly<Record<string, string>> =
    appSecret === undefined
      ? {}
      : { appsecret_proof: createHmac('sha256', appSecret).update(accessToken).digest('hex') };
  const pathOf = (path: string, query: Readonly<Record<string, string>> = {}) => {
    const search = new URLSearchParams({ ...query, ...proof }).toString();
    const prefix = base.pathname.replace(/\/$/, '');
    // The id of an upload session brings a query of its own.
    const mark = path.includes('?') ? '&' : '?';
    return `${prefix}/${settings.graphVersion}${path}${search === '' ? '' : mark + search}`;
  };

  return {
    send: (path, json) =>
      exchange(settings.dispatcher, {
        origin: base.origin,
        path: pathOf(path),
        method: 'POST',
        headers: { ...authorization, 'content-type': 'application/json' },
        body: JSON.stringify(json),
        timeoutMs: sendTimeoutMs,
      }),

    async call({ method = 'GET', path, query, json }, answer) {
      const ended = await exchange(settings.dispatcher, {
        origin: base.origin,
        path: pathOf(path, query),
        method,
        headers: { ...authorization, ...(json === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        timeoutMs: callTimeoutMs,
      });
      if (ended.ended === 'failed') {
        throw new ProviderCallError(describeFailure(ended.error), null, ended.error);
      }
      return readAnswer(ended.status, ended.body, answer);
    },

    async upload(path, body, headers, answer) {
      const reply = await reach(() =>
        undiciRequest(base.origin + pathOf(path), {
          dispatcher: settings.dispatcher,
          method: 'POST',
          headers: { ...authorization, ...headers },
          body,
        }),
      );
      return readAnswer(reply.statusCode, await reach(() => reply.body.text()), answer);
    },

    async download(url) {
      refuseForeignPlainHttp(url, base);
      const reply = await reach(() =>
        undiciRequest(url, { dispatcher: settings.dispatcher, headers: authorization }),
      );
      if (reply.statusCode !== 200) {
        const refusal = readRefusal(parseOrUndefined(await reply.body.text()));
        throw new ProviderCallError(`HTTP ${reply.statusCode} for the bytes`, refusal ?? null);
      }
      const type = reply.headers['content-type'];
      return { stream: reply.body, mimeType: typeof type === 'string' ? type : null };
    },
  };
}

function readAnswer<Schema extends z.ZodType>(
  status: number,
  text: string,
  answer: Schema,
): z.output<Schema> {
  const body = parseOrUndefined(text);
  const refusal = readRefusal(body);
  if (refusal) throw new ProviderCallError(`${refusal.code}: ${refusal.details}`, refusal);
  const parsed = answer.safeParse(body);
  if (status < 200 || status > 299 || !parsed.success) {
    throw new ProviderCallError(`HTTP ${status} without an answer of Graph`, null, parsed.error);
  }
  return parsed.data;
}

async function reach<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    throw new ProviderCallError(describeFailure(cause), null, cause);
  }
}

/** The token goes with the request: only to TLS, or back to where it came from. */
function refuseForeignPlainHttp(url: string, base: URL): void {
  const { protocol, origin } = new URL(url);
  if (protocol === 'https:' || origin === base.origin) return;
  throw new ProviderCallError('Graph gave an address without TLS for the bytes', null);
}
