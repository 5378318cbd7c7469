import type { App, PhoneNumber } from '../../world/entities.ts';
import type { World } from '../../world/world.ts';
import type { FieldTable } from './select-fields.ts';

export const phoneNumberDefaults = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'webhook_configuration',
  'last_onboarded_time',
];

/** The fields of a phone number (cloud-api: number fields). */
export function phoneNumberFields(world: World, app: App): FieldTable<PhoneNumber> {
  return {
    display_phone_number: (node) => node.displayPhoneNumber,
    verified_name: (node) => node.verifiedName,
    quality_rating: (node) => node.qualityRating,
    quality_score: (node) => ({ score: node.qualityRating }),
    code_verification_status: (node) => node.codeVerificationStatus,
    name_status: (node) => node.nameStatus,
    new_name_status: () => 'NONE',
    status: (node) => node.status,
    platform_type: (node) => (node.registered ? 'CLOUD_API' : 'NOT_APPLICABLE'),
    host_platform: (node) => (node.registered ? 'CLOUD_API' : 'NOT_APPLICABLE'),
    throughput: (node) => ({ level: node.throughputLevel }),
    is_on_biz_app: (node) => node.onBusinessApp,
    is_official_business_account: () => false,
    is_pin_enabled: () => true,
    is_preverified_number: () => false,
    account_mode: (node) => node.accountMode,
    whatsapp_business_manager_messaging_limit: (node) => portfolioOf(world, node)?.messagingLimit,
    messaging_limit_tier: (node) => portfolioOf(world, node)?.messagingLimit,
    webhook_configuration: (node) => webhookConfiguration(world, app, node),
    health_status: (node) => healthStatus(world, app, node),
    last_onboarded_time: (node) => new Date(node.lastOnboardedAt).toISOString().replace(/\.\d+Z$/, '+0000'),
  };
}

function portfolioOf(world: World, node: PhoneNumber) {
  return world.portfolios.get(world.wabas.get(node.wabaId)?.portfolioId ?? '');
}

function webhookConfiguration(world: World, app: App, node: PhoneNumber) {
  const wabaOverride = world.subscriptions.get(`${app.id}/${node.wabaId}`)?.overrideCallbackUrl;
  return {
    ...(node.overrideCallbackUrl ? { phone_number: node.overrideCallbackUrl } : {}),
    ...(wabaOverride ? { whatsapp_business_account: wabaOverride } : {}),
    ...(app.callbackUrl ? { application: app.callbackUrl } : {}),
  };
}

function healthStatus(world: World, app: App, node: PhoneNumber) {
  const can = node.registered && node.status === 'CONNECTED' ? 'AVAILABLE' : 'BLOCKED';
  const entity = (type: string, id: string, canSend: string) => ({
    entity_type: type,
    id,
    can_send_message: canSend,
  });
  return {
    can_send_message: can,
    entities: [
      entity('PHONE_NUMBER', node.id, can),
      entity('WABA', node.wabaId, 'AVAILABLE'),
      entity('BUSINESS', portfolioOf(world, node)?.id ?? '', 'AVAILABLE'),
      entity('APP', app.id, 'AVAILABLE'),
    ],
  };
}
