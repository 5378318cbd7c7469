import type { Waba } from '../../world/entities.ts';
import { callAnalytics } from '../analytics/call-analytics.ts';
import { messageAnalytics } from '../analytics/message-analytics.ts';
import { templateAnalyticsEdges } from '../analytics/template-analytics.ts';
import type { NodeView } from '../fields/select-fields.ts';
import { showNode } from '../fields/show-node.ts';
import { wabaView } from '../fields/waba-fields.ts';
import { wabaFlowEdges } from '../flows/waba-flows.ts';
import type { Edges, GraphCall } from '../graph-call.ts';
import { managementScope } from '../graph-call.ts';
import { wabaSignupEdges } from '../signups/signups.ts';
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
    handle: (call) => showNode(call, wholeView(call), wabaEdges),
  },
  'POST ': { scope: managementScope, handle: changeWaba },
  ...phoneNumbersEdges,
  ...assignedUsersEdges,
  ...catalogEdges,
  ...wabaFlowEdges,
  ...templateAnalyticsEdges,
  ...wabaSignupEdges,
  ...wabaTemplateEdges,
  ...subscribedAppsEdges,
};

/** With the analytics, which only the node itself shows. */
function wholeView({ simulation, caller }: GraphCall<Waba>): NodeView<Waba> {
  const view = wabaView(simulation.world, caller.app);
  const fields = { ...view.fields, ...messageAnalytics(simulation), ...callAnalytics(simulation) };
  return { ...view, fields };
}
