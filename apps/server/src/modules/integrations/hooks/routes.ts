import { routes } from '@renkei/contract';
import { bind, type RouteBinding } from '#platform/module';
import type { HooksContext } from './context.ts';
import { listDeliveries, replayDelivery, sendTestEvent } from './deliveries.ts';
import { createHook, deleteHook, listHooks, rotateHookSecret, updateHook } from './manage-hooks.ts';

export function createHookRoutes(context: HooksContext): readonly RouteBinding[] {
  return [
    bind(routes.listHooks, ({ workspaceId }) => listHooks(context, workspaceId)),
    bind(routes.createHook, (principal, { body }) => createHook(context, principal, body)),
    bind(routes.updateHook, (principal, { params, body }) =>
      updateHook(context, principal, params.hookId, body),
    ),
    bind(routes.rotateHookSecret, (principal, { params }) =>
      rotateHookSecret(context, principal, params.hookId),
    ),
    bind(routes.deleteHook, async (principal, { params }) => {
      await deleteHook(context, principal, params.hookId);
      return {};
    }),
    bind(routes.testHook, (principal, { params }) => sendTestEvent(context, principal, params.hookId)),
    bind(routes.listHookDeliveries, ({ workspaceId }, { params, query }) =>
      listDeliveries(context, workspaceId, params.hookId, query),
    ),
    bind(routes.replayHookDelivery, (principal, { params }) => replayDelivery(context, principal, params)),
  ];
}
