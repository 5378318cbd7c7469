/** What a module gives the composition root, and what the composition root gives a module. */
import type { Readable } from 'node:stream';
import type {
  Role,
  RouteBody,
  RouteDefinition,
  RouteLine,
  RouteParams,
  RouteQuery,
  RouteResponse,
} from '@renkei/contract';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import type { RenkeiError } from '#platform/errors';
import type { Logger } from '#platform/log';
import type { Metrics } from '#platform/metrics';
import type { Wake } from '#platform/wake';

/** What every module is built with. */
export interface Platform {
  readonly database: Database;
  readonly wake: Wake;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Who is asking. Comes only from the session, never from the request; frozen. */
export interface Principal {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly sessionId: string;
  readonly role: Role;
}

export interface UploadedFile {
  readonly fileName: string;
  readonly declaredType: string;
  readonly stream: Readable;
}

export interface RequestContext<Route extends RouteDefinition> {
  readonly params: RouteParams<Route>;
  readonly query: RouteQuery<Route>;
  readonly body: RouteBody<Route>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Of routes that accept `upload`. */
  readonly file: () => Promise<UploadedFile | undefined>;
  /** Of routes that accept `lines`; read as they come. */
  readonly lines: () => AsyncIterable<ReceivedLine<RouteLine<Route>>>;
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal;
  readonly setCookie: (value: string | null, expiresAt?: Date) => void;
  readonly remoteAddress: string;
}

/** A line of a `lines` body, counted from 1: what it says, or why it cannot be read. */
export type ReceivedLine<Value> =
  | { readonly number: number; readonly value: Value }
  | { readonly number: number; readonly refusal: RenkeiError };

/** An answer of bytes. */
export interface BytesAnswer {
  readonly stream: Readable;
  readonly headers: Readonly<Record<string, string>>;
  readonly status?: number;
}

/** Events of a `stream` route; `id` becomes the browser's Last-Event-ID. `null` is a heartbeat. */
export type StreamAnswer = AsyncIterable<{ readonly id: string; readonly data: unknown } | null>;

type Answer<Route extends RouteDefinition> = Route extends { readonly answers: 'bytes' }
  ? BytesAnswer
  : Route extends { readonly answers: 'stream' }
    ? StreamAnswer
    : RouteResponse<Route>;

export interface RouteBinding {
  readonly route: RouteDefinition;
  /** Called with a principal unless the route is public. */
  readonly handle: (
    context: RequestContext<RouteDefinition>,
    principal: Principal | undefined,
  ) => Promise<unknown>;
}

/** Binds a handler to a route that needs a member. Authorisation has happened when the handler is called. */
export function bind<Route extends RouteDefinition>(
  route: Route,
  handle: (principal: Principal, context: RequestContext<Route>) => Promise<Answer<Route>>,
): RouteBinding {
  return {
    route,
    handle(context, principal) {
      if (!principal) throw new Error(`${route.name} was called without a principal`);
      // The server parsed params, query and body with this very route's schemas.
      return handle(principal, context as unknown as RequestContext<Route>);
    },
  };
}

/** Binds a handler to a public route. */
export function bindPublic<Route extends RouteDefinition & { readonly access: 'public' }>(
  route: Route,
  handle: (context: RequestContext<Route>) => Promise<Answer<Route>>,
): RouteBinding {
  return { route, handle: (context) => handle(context as unknown as RequestContext<Route>) };
}

/** Background work of a process; `stop` lets what is in flight finish. */
export interface Worker {
  readonly name: string;
  /** True: it calls providers or other systems, so it rests while the system is held. */
  readonly reachesOutside?: boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServerModule {
  readonly name: string;
  readonly routes: readonly RouteBinding[];
  readonly workers: readonly Worker[];
}
