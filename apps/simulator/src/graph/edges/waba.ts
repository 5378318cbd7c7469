import { page } from '../fields/page.ts';
import { selectFields } from '../fields/select-fields.ts';
import { showNode } from '../fields/show-node.ts';
import { templateFields, templateListDefaults } from '../fields/template-fields.ts';
import { wabaView } from '../fields/waba-fields.ts';
import { wabaFlowEdges } from '../flows/waba-flows.ts';
import type { Edges } from '../graph-call.ts';
import { managementScope, textParameter } from '../graph-call.ts';
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
  'GET message_templates': {
    scope: managementScope,
    handle(call) {
      const { world } = call.simulation;
      const wanted = (['name', 'status', 'category', 'language'] as const).flatMap((name) => {
        const value = textParameter(call, name);
        return value === undefined ? [] : [{ name, value }];
      });
      const templates = [...world.templates.values()].filter(
        (template) =>
          template.wabaId === call.node.id &&
          wanted.every(({ name, value }) => template[name].toLowerCase() === value.toLowerCase()),
      );
      return page(call, `${call.node.id}/message_templates`, templates, (node) =>
        selectFields(
          node,
          templateFields,
          templateListDefaults,
          textParameter(call, 'fields'),
          'WhatsAppMessageTemplate',
        ),
      );
    },
  },
  ...subscribedAppsEdges,
};
