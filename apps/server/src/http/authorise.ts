import { type RouteDefinition, roleHasPermission } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';

/**
 * Returns or throws; never answers with a boolean that somebody could forget to look at.
 *
 * @throws RenkeiError `unauthenticated` without a member, `forbidden` when the role lacks the permission
 */
export function authorise(
  route: RouteDefinition,
  principal: Principal | undefined,
): asserts principal is Principal {
  if (route.access === 'public') return;
  if (principal === undefined) throw new RenkeiError('unauthenticated');
  if (route.access === 'session') return;
  if (!roleHasPermission(principal.role, route.access.permission)) throw new RenkeiError('forbidden');
}
