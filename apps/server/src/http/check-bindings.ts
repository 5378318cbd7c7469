import type { RouteDefinition } from '@renkei/contract';
import type { RouteBinding } from '#platform/module';

/**
 * Every route of the contract has exactly one handler, and every handler a route.
 *
 * @throws Error naming all that is wrong, so that a server with a hole in it does not start
 */
export function checkBindings(
  routes: Readonly<Record<string, RouteDefinition>>,
  bindings: readonly RouteBinding[],
): void {
  const counts = new Map<string, number>(Object.keys(routes).map((name) => [name, 0]));
  const problems: string[] = [];
  for (const { route } of bindings) {
    const count = counts.get(route.name);
    if (count === undefined) problems.push(`${route.name} is not in the contract`);
    else counts.set(route.name, count + 1);
  }
  for (const [name, count] of counts) {
    if (count !== 1) problems.push(`${name} has ${count === 0 ? 'no handler' : `${count} handlers`}`);
  }
  if (problems.length > 0) throw new Error(`Routes and handlers do not match: ${problems.join('; ')}`);
}
