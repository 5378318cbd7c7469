import type { App, Waba } from '../../world/entities.ts';
import type { World } from '../../world/world.ts';
import { wabaHealth } from './health-status.ts';
import type { FieldTable, NodeView } from './select-fields.ts';

const wabaDefaults = ['name', 'timezone_id', 'message_template_namespace'];

export function wabaView(world: World, app: App): NodeView<Waba> {
  return { graphType: 'WhatsAppBusinessAccount', fields: wabaFields(world, app), defaults: wabaDefaults };
}

/** The fields of a WhatsApp Business Account (Meta: WABA node, 2026-11). */
function wabaFields(world: World, app: App): FieldTable<Waba> {
  const owner = (node: Waba) => world.portfolios.get(node.portfolioId);
  return {
    name: (node) => node.name,
    currency: (node) => node.currency,
    country: (node) => node.country,
    timezone_id: (node) => node.timezoneId,
    message_template_namespace: (node) => `0b2f8c61_77aa_4b19_9b0e_${node.id.slice(-12).padStart(12, '0')}`,
    account_review_status: (node) => (node.restrictions?.length ? 'RESTRICTED' : 'APPROVED'),
    business_verification_status: (node) => owner(node)?.verificationStatus,
    ownership_type: () => 'SELF',
    owner_business_info: (node) => {
      const portfolio = owner(node);
      return portfolio && { id: portfolio.id, name: portfolio.name };
    },
    on_behalf_of_business_info: () => undefined,
    primary_business_location: (node) => node.country,
    primary_funding_id: (node) =>
      node.fundingId ?? (node.isPaymentMissing ? undefined : `1${node.id.slice(1)}`),
    status: (node) => (node.isDisabled ? 'DISABLED' : 'ACTIVE'),
    is_enabled_for_insights: (node) => node.insightsEnabled ?? false,
    marketing_messages_lite_api_status: (node) => node.marketingMessagesStatus ?? 'ELIGIBLE',
    marketing_messages_onboarding_status: (node) => node.marketingMessagesStatus ?? 'ELIGIBLE',
    disable_marketing_messages_on_cloud_api: (node) => node.isMarketingOffOnCloudApi ?? false,
    health_status: (node) => wabaHealth(world, app, node),
  };
}
