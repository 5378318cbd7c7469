import { showNode } from '../fields/show-node.ts';
import { wabaView } from '../fields/waba-fields.ts';
import { wabaFlowEdges } from '../flows/waba-flows.ts';
import type { Edges } from '../graph-call.ts';
import { managementScope } from '../graph-call.ts';
import { wabaTemplateEdges } from '../templates/waba-templates.ts';
import { assignedUsersEdges } from '../wabas/assigned-users.ts';
import { catalogEdges } from '../wabas/catalogs.ts';
import { changeWaba } from '../wabas/change-waba.ts';
import { phoneNumbersEdges } from '../wabas/phone-numbers.ts';
import { subscribedAppsEdges } from './subscribed-apps.ts';

/** `/{waba-id}` and what hangs on it. */
export const wabaEdges: Edges<'waba'> = {
  'GET ': {
    scope: managementScope,
    handle: (call) => showNode(call, wabaView(call.simulation.world, call.caller.app), wabaEdges),
  },
  'POST ': { scope: managementScope, handle: changeWaba },
  ...phoneNumbersEdges,
  ...assignedUsersEdges,
  ...catalogEdges,
  ...wabaFlowEdges,
  ...wabaTemplateEdges,
  ...subscribedAppsEdges,
};
