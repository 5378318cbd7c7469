import type { Template } from '../../world/entities.ts';
import type { World } from '../../world/world.ts';
import type { NodeView } from '../fields/select-fields.ts';
import { showComponents } from './show-components.ts';

/** How a message template is shown (cloud-api: template endpoints). */
export function templateView(world: World, origin: string): NodeView<Template> {
  return {
    graphType: 'WhatsAppMessageTemplate',
    defaults: ['name', 'parameter_format', 'components', 'language', 'status', 'category'],
    fields: {
      name: (node) => node.name,
      status: (node) => node.status,
      category: (node) => node.category,
      language: (node) => node.language,
      components: (node) => showComponents(world, origin, node),
      parameter_format: (node) => node.parameterFormat,
      quality_score: ({ quality }) => ({
        score: quality?.score ?? 'UNKNOWN',
        date: Math.floor((quality?.at ?? 0) / 1000),
      }),
      rejected_reason: (node) => node.rejectedReason ?? 'NONE',
      previous_category: (node) => node.previousCategory,
      correct_category: (node) => node.correctCategory,
      sub_category: () => undefined,
      cta_url_link_tracking_opted_out: (node) => node.isLinkTrackingOff ?? false,
      message_send_ttl_seconds: (node) => node.ttlSeconds,
      library_template_name: (node) => node.libraryName,
      is_primary_device_delivery_only: (node) => node.category === 'AUTHENTICATION',
      send_type: () => undefined,
      health_status: (node) => ({
        can_send_message: node.status === 'APPROVED' ? 'AVAILABLE' : 'BLOCKED',
        entities: [
          {
            entity_type: 'MESSAGE_TEMPLATE',
            id: node.id,
            can_send_message: node.status === 'APPROVED' ? 'AVAILABLE' : 'BLOCKED',
          },
          { entity_type: 'WABA', id: node.wabaId, can_send_message: 'AVAILABLE' },
        ],
      }),
    },
  };
}
