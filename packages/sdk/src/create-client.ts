import {
  type RouteBodyInput,
  type RouteDefinition,
  type RouteName,
  type RouteParams,
  type RouteQueryInput,
  type RouteResponse,
  routes,
} from '@renkei/contract';
import { clientError, errorFromAnswer } from './errors.ts';

type RouteOf<Name extends RouteName> = (typeof routes)[Name];

/** What `{}` is the value of. */
type Nothing = Record<never, never>;

/** A part is asked for only by routes that have it, and may be left out when `{}` would do. A choice stays one value. */
type Part<Key extends string, Value> = [Value] extends [undefined]
  ? { readonly [K in Key]?: undefined }
  : Nothing extends Value
    ? { readonly [K in Key]?: Value }
    : { readonly [K in Key]: Value };

export type CallOptions<Name extends RouteName> = Part<'params', RouteParams<RouteOf<Name>>> &
  Part<'query', RouteQueryInput<RouteOf<Name>>> &
  Part<'body', RouteBodyInput<RouteOf<Name>>> & {
    /** The same key gives the same message, however often the call is made. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

type CallArguments<Name extends RouteName> =
  Nothing extends CallOptions<Name>
    ? readonly [options?: CallOptions<Name>]
    : readonly [options: CallOptions<Name>];

export interface ClientOptions {
  /** Origin of the server without a slash at the end; '' calls the page's own origin. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** Sent with every request, such as `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Client {
  /** Calls a route of the contract and parses its answer. Rejects with a `RenkeiError` and nothing else. */
  call<Name extends RouteName>(
    name: Name,
    ...args: CallArguments<Name>
  ): Promise<RouteResponse<RouteOf<Name>>>;
}

export function createClient({ baseUrl, fetch, headers = {} }: ClientOptions): Client {
  return {
    async call(name, ...[options]) {
      // The union of forty option types says nothing to the body below; the signature has checked the caller.
      const { params, query, body, idempotencyKey, signal }: AnyOptions = options ?? {};
      const route: RouteDefinition = routes[name];
      const hasBody = route.body !== undefined;
      const response = await send(fetch, `${baseUrl}${pathOf(route.path, params)}${queryOf(query)}`, {
        method: route.method,
        credentials: 'same-origin',
        headers: {
          accept: 'application/json',
          ...(hasBody ? { 'content-type': 'application/json' } : {}),
          ...(route.method === 'GET' ? {} : csrfHeader),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
          ...headers,
        },
        ...(hasBody ? { body: JSON.stringify(body ?? {}) } : {}),
        ...(signal === undefined ? {} : { signal }),
      });
      return parseAnswer(name, response.status, await readJson(response));
    },
  };
}

interface AnyOptions {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** A page of another origin cannot set this header without our consent: the proof that a request is ours. */
export const csrfHeader = { 'x-renkei-csrf': '1' } as const;

/** Parses an answer by the schema of its route, or throws the `RenkeiError` it stands for. */
export function parseAnswer<Name extends RouteName>(
  name: Name,
  status: number,
  body: unknown,
): RouteResponse<RouteOf<Name>> {
  if (status < 200 || status > 299) throw errorFromAnswer(status, body);
  const route: RouteDefinition = routes[name];
  const parsed = route.response.safeParse(status === 204 ? {} : body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw clientError('answer_unreadable', `${name}: ${issue?.path.join('.')} ${issue?.message}`);
  }
  // Parsed by this very route's schema one line above; only the compiler lost the thread.
  return parsed.data as RouteResponse<RouteOf<Name>>;
}

/** `/v1/messages/:messageId` with its values filled in. */
export function pathOf(path: string, params?: unknown): string {
  const values = new Map<string, unknown>(Object.entries(params ?? {}));
  return path.replace(/(?<=\/):([A-Za-z]+)/g, (_, key: string) =>
    encodeURIComponent(String(values.get(key))),
  );
}

export function queryOf(query?: unknown): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') search.set(key, String(value));
  }
  return search.size === 0 ? '' : `?${search}`;
}

async function send(fetch: typeof globalThis.fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    // Browsers word network failures for developers; for people only "cancelled" and "no answer" differ.
    throw clientError(init.signal?.aborted === true ? 'aborted' : 'network_unreachable');
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '');
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
