import { createHmac } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Dispatcher, request as undiciRequest } from 'undici';
import type * as z from 'zod';
import { ProviderCallError } from '../../port.ts';
import { type Callee, callFor, expectBytes, readAnswer } from '../shared/http/answer.ts';
import { type Exchange, exchange } from '../shared/http/exchange.ts';
import { reach, sendTimeoutMs } from '../shared/http/failure.ts';
import { readRefusal } from './read-refusal.ts';

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

/** Where Graph is spoken and how a caller shows who it is. */
export interface GraphDoor extends Callee {
  readonly baseUrl: string;
  /** Such as `/v25.0`; some have none. */
  readonly pathPrefix: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Added to every call. */
  readonly query: Readonly<Record<string, string>>;
  readonly dispatcher: Dispatcher;
  /** Where the bytes behind an address really are fetched. */
  readonly toDownloadUrl?: (url: string) => string;
}

/**
 * Meta's own door. With `appSecret` every call proves that it comes from the token's own app, which Meta demands of apps
 * that have "Require App Secret" switched on. (Meta, "Securing Graph API requests": appsecret_proof)
 */
export function createGraphCaller(
  { graphUrl, graphVersion, dispatcher }: GraphSettings,
  accessToken: string,
  appSecret?: string,
): GraphCaller {
  return openGraphDoor({
    called: 'Meta',
    baseUrl: graphUrl,
    pathPrefix: `/${graphVersion}`,
    headers: { authorization: `Bearer ${accessToken}` },
    query:
      appSecret === undefined
        ? {}
        : { appsecret_proof: createHmac('sha256', appSecret).update(accessToken).digest('hex') },
    dispatcher,
    readRefusal,
  });
}

export function openGraphDoor(door: GraphDoor): GraphCaller {
  const { dispatcher, headers: authorization } = door;
  const base = new URL(door.baseUrl);
  const pathOf = (path: string, query: Readonly<Record<string, string>> = {}) => {
    const search = new URLSearchParams({ ...query, ...door.query }).toString();
    const prefix = base.pathname.replace(/\/$/, '') + door.pathPrefix;
    // The id of an upload session brings a query of its own.
    const mark = path.includes('?') ? '&' : '?';
    return `${prefix}${path}${search === '' ? '' : mark + search}`;
  };

  return {
    send: (path, json) =>
      exchange(dispatcher, {
        origin: base.origin,
        path: pathOf(path),
        method: 'POST',
        headers: { ...authorization, 'content-type': 'application/json' },
        body: JSON.stringify(json),
        timeoutMs: sendTimeoutMs,
      }),

    call: ({ method = 'GET', path, query, json }, answer) =>
      callFor(
        door,
        dispatcher,
        { origin: base.origin, path: pathOf(path, query), method, headers: authorization, json },
        answer,
      ),

    async upload(path, body, headers, answer) {
      const reply = await reach(door.called, () =>
        undiciRequest(base.origin + pathOf(path), {
          dispatcher,
          method: 'POST',
          headers: { ...authorization, ...headers },
          body,
        }),
      );
      return readAnswer(door, reply.statusCode, await reach(door.called, () => reply.body.text()), answer);
    },

    async download(given) {
      const url = door.toDownloadUrl?.(given) ?? given;
      refuseForeignPlainHttp(url, base);
      const reply = await reach(door.called, () =>
        undiciRequest(url, { dispatcher, headers: authorization }),
      );
      await expectBytes(door, reply);
      const type = reply.headers['content-type'];
      return { stream: reply.body, mimeType: typeof type === 'string' ? type : null };
    },
  };
}

/** The token goes with the request: only to TLS, or back to where it came from. */
function refuseForeignPlainHttp(url: string, base: URL): void {
  const { protocol, origin } = new URL(url);
  if (protocol === 'https:' || origin === base.origin) return;
  throw new ProviderCallError('Graph gave an address without TLS for the bytes', null);
}
