import type {
  RouteBodyInput,
  RouteDefinition,
  RouteParams,
  RouteQueryInput,
  RouteResponse,
} from '@renkei/contract';
import type { Principal, RequestContext, RouteBinding } from '#platform/module';
import { authorise } from './authorise.ts';

interface CallParts<Route extends RouteDefinition> {
  readonly params?: RouteParams<Route>;
  readonly query?: RouteQueryInput<Route>;
  readonly body?: RouteBodyInput<Route>;
}

/** Calls a route as a member would, by the same schemas and permissions, without the HTTP around it. */
export type CallRoute = <Route extends RouteDefinition>(
  route: Route,
  principal: Principal,
  parts: CallParts<Route>,
) => Promise<RouteResponse<Route>>;

export function createRouteCaller(bindings: readonly RouteBinding[]): CallRoute {
  return async (route, principal, parts) => {
    const binding = bindings.find((candidate) => candidate.route.name === route.name);
    if (binding === undefined) throw new Error(`${route.name} has no handler`);
    authorise(route, principal);
    const context = {
      params: route.params?.parse(parts.params),
      query: route.query?.parse(parts.query ?? {}),
      body: route.body?.parse(parts.body),
      headers: {},
      lines: async function* () {},
      file: async () => undefined,
      signal: new AbortController().signal,
      setCookie: () => undefined,
      remoteAddress: '',
    } as RequestContext<RouteDefinition>; // Parsed by the schemas of this very route.
    const answer = await binding.handle(context, principal);
    // Likewise: the compiler lost the thread between the registry and the caller.
    return route.response.parse(answer) as RouteResponse<typeof route>;
  };
}
