import type { Simulation } from '../../../simulation.ts';
import type { App } from '../../../world/entities.ts';
import type { Flow } from '../../../world/flows/flow.ts';
import { readFlowHead } from '../../../world/flows/flow-json.ts';
import { assetHealth } from '../../fields/health-status.ts';
import type { NodeView } from '../../fields/select-fields.ts';
import { showFields } from '../../fields/select-fields.ts';
import { wabaView } from '../../fields/waba-fields.ts';

const flowDefaults = ['name', 'status', 'categories', 'validation_errors'];

/** The fields of a flow (Meta: Flows API, 2026-11). */
export function flowView(simulation: Simulation, app: App): NodeView<Flow> {
  const { world, origin } = simulation;
  return {
    graphType: 'WhatsAppBusinessFlow',
    defaults: flowDefaults,
    fields: {
      name: (node) => node.name,
      status: (node) => node.status,
      categories: (node) => node.categories,
      validation_errors: (node) => node.validationErrors,
      json_version: (node) => readFlowHead(node).version,
      data_api_version: (node) => readFlowHead(node).data_api_version,
      endpoint_uri: (node) => node.endpointUri,
      updated_at: (node) => new Date(node.updatedAt).toISOString().replace(/\.\d+Z$/, '+0000'),
      preview: (node) => ({
        preview_url: `${origin()}/wa/manage/flows/${node.id}/preview/?token=${node.previewToken}`,
        expires_at: new Date(node.previewExpiresAt).toISOString().replace(/\.\d+Z$/, '+0000'),
      }),
      whatsapp_business_account: (node, request) => {
        const waba = world.wabas.get(node.wabaId);
        const view = wabaView(world, app);
        return (
          waba &&
          showFields(waba, { ...view, defaults: ['name', 'currency', ...view.defaults] }, request.fields)
        );
      },
      application: (node) => {
        const own = world.apps.get(node.applicationId ?? '');
        return (
          own && { link: `https://www.facebook.com/games/?app_id=${own.id}`, name: own.name, id: own.id }
        );
      },
      health_status: (node) =>
        assetHealth(world, app, {
          entity_type: 'FLOW',
          id: node.id,
          wabaId: node.wabaId,
          can_send_message: abilities[node.status] ?? 'BLOCKED',
        }),
    },
  };
}

const abilities: Readonly<Record<string, 'AVAILABLE' | 'LIMITED' | 'BLOCKED'>> = {
  DRAFT: 'AVAILABLE',
  PUBLISHED: 'AVAILABLE',
  THROTTLED: 'LIMITED',
};
