/** The shape of a route of our API: what server, SDK and OpenAPI read. */
import type * as z from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Permission } from './roles.ts';

/** `public`: nobody is signed in. `session`: any member. `{ permission }`: a member whose role has it. */
export type Access = 'public' | 'session' | { readonly permission: Permission };

/**
 * `json` bodies are validated; `upload` is multipart; `lines` is one JSON value per line, read as they come, each by
 * `line`; `bytes` and `stream` are answered raw by the handler.
 */
export interface RouteDefinition {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Fastify style: `/v1/conversations/:conversationId`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly line?: z.ZodType;
  readonly accepts?: 'json' | 'upload' | 'lines';
  readonly answers?: 'json' | 'bytes' | 'stream';
  readonly status?: 200 | 201 | 202 | 204;
  readonly response: z.ZodType;
  /** The refusals this route can give besides `unauthenticated`, `forbidden`, `invalid_request`, `internal`. */
  readonly errors?: readonly ErrorCode[];
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

export type RouteParams<Route extends RouteDefinition> = Parsed<Route['params']>;
export type RouteQuery<Route extends RouteDefinition> = Parsed<Route['query']>;
export type RouteBody<Route extends RouteDefinition> = Parsed<Route['body']>;
export type RouteLine<Route extends RouteDefinition> = Parsed<Route['line']>;
export type RouteLineInput<Route extends RouteDefinition> = Given<Route['line']>;
export type RouteBodyInput<Route extends RouteDefinition> = Given<Route['body']>;
export type RouteQueryInput<Route extends RouteDefinition> = Given<Route['query']>;
export type RouteResponse<Route extends RouteDefinition> = z.output<Route['response']>;

export function defineRoute<const Route extends RouteDefinition>(route: Route): Route {
  return route;
}
