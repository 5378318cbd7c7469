import { routes as contract } from '@renkei/contract';
import { bind, type RouteBinding } from '#platform/module';
import { dismissMessages } from './dismiss-messages.ts';
import { getHealth, type HealthContext } from './get-health.ts';
import { listUnsettledMessages } from './list-unsettled.ts';
import { resendMessages } from './resend-messages.ts';

/** What the health page reads and does. */
export function createHealthRoutes(context: HealthContext): readonly RouteBinding[] {
  return [
    bind(contract.getHealth, ({ workspaceId }) => getHealth(context, workspaceId)),
    bind(contract.listUnsettledMessages, ({ workspaceId }, { query }) =>
      listUnsettledMessages(context, workspaceId, query),
    ),
    bind(contract.resendMessages, (principal, { body }) =>
      resendMessages(context, principal, body.messageIds),
    ),
    bind(contract.dismissMessages, async (principal, { body }) => ({
      dismissed: [...(await dismissMessages(context, principal, body.messageIds))],
    })),
  ];
}
