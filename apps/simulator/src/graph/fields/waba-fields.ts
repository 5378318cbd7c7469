import type { App, Waba } from '../../world/entities.ts';
import type { World } from '../../world/world.ts';
import type { FieldTable } from './select-fields.ts';

export const wabaDefaults = ['name', 'timezone_id', 'message_template_namespace'];

/** The fields of a WhatsApp Business Account (cloud-api: WABA node). */
export function wabaFields(world: World, app: App): FieldTable<Waba> {
  const owner = (node: Waba) => world.portfolios.get(node.portfolioId);
  return {
    name: (node) => node.name,
    currency: (node) => node.currency,
    country: (node) => node.country,
    timezone_id: (node) => node.timezoneId,
    message_template_namespace: (node) => `0b2f8c61_77aa_4b19_9b0e_${node.id.slice(-12).padStart(12, '0')}`,
    account_review_status: () => 'APPROVED',
    business_verification_status: (node) => owner(node)?.verificationStatus,
    ownership_type: () => 'SELF',
    owner_business_info: (node) => {
      const portfolio = owner(node);
      return portfolio && { id: portfolio.id, name: portfolio.name };
    },
    status: () => 'ACTIVE',
    is_enabled_for_insights: () => false,
    marketing_messages_lite_api_status: () => 'ELIGIBLE',
    health_status: (node) => ({
      can_send_message: 'AVAILABLE',
      entities: [
        { entity_type: 'WABA', id: node.id, can_send_message: 'AVAILABLE' },
        { entity_type: 'BUSINESS', id: node.portfolioId, can_send_message: 'AVAILABLE' },
        { entity_type: 'APP', id: app.id, can_send_message: 'AVAILABLE' },
      ],
    }),
  };
}
