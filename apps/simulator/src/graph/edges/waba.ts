import type { Waba } from '../../world/entities.ts';
import type { NodeView } from '../fields/select-fields.ts';
import { showNode } from '../fields/show-node.ts';
import { wabaView } from '../fields/waba-fields.ts';
import type { Edges, GraphCall } from '../graph-call.ts';
import { managementScope } from '../graph-call.ts';
import { wabaTemplateEdges } from '../templates/waba-templates.ts';
import { callAnalytics } from '../topics/analytics/call-analytics.ts';
import { messageAnalytics } from '../topics/analytics/message-analytics.ts';
import { templateAnalyticsEdges } from '../topics/analytics/template-analytics.ts';
import { wabaFlowEdges } from '../topics/flows/waba-flows.ts';
import { wabaSolutionEdges } from '../topics/partners/solutions.ts';
import { wabaSignupEdges } from '../topics/signups/signups.ts';
import { assignedUsersEdges } from '../topics/wabas/assigned-users.ts';
import { catalogEdges } from '../topics/wabas/catalogs.ts';
import { changeWaba } from '../topics/wabas/change-waba.ts';
import { phoneNumbersEdges } from '../topics/wabas/phone-numbers.ts';
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
  ...wabaSolutionEdges,
  ...wabaTemplateEdges,
  ...subscribedAppsEdges,
};

/** With the analytics, which only the node itself shows. */
function wholeView({ simulation, caller }: GraphCall<Waba>): NodeView<Waba> {
  const view = wabaView(simulation.world, caller.app);
  const fields = { ...view.fields, ...messageAnalytics(simulation), ...callAnalytics(simulation) };
  return { ...view, fields };
}
