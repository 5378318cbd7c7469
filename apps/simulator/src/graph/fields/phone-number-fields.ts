import type { App, PhoneNumber } from '../../world/entities.ts';
import { settingsOf } from '../../world/numbers/settings-of.ts';
import { countryOf } from '../../world/user-id.ts';
import type { World } from '../../world/world.ts';
import { numberHealth } from './health-status.ts';
import type { FieldTable, NodeView } from './select-fields.ts';

const phoneNumberDefaults = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'webhook_configuration',
  'last_onboarded_time',
];

export function phoneNumberView(world: World, app: App): NodeView<PhoneNumber> {
  return {
    graphType: 'WhatsAppBusinessPhoneNumber',
    fields: phoneNumberFields(world, app),
    defaults: phoneNumberDefaults,
  };
}

/** The fields of a phone number (Meta: phone number node, 2026-11). */
function phoneNumberFields(world: World, app: App): FieldTable<PhoneNumber> {
  const set = (node: PhoneNumber) => settingsOf(world, node.id);
  return {
    display_phone_number: (node) => node.displayPhoneNumber,
    verified_name: (node) => node.verifiedName,
    quality_rating: (node) => node.qualityRating,
    quality_score: (node) => ({ score: node.qualityRating }),
    code_verification_status: (node) => node.codeVerificationStatus,
    name_status: (node) => node.nameStatus,
    new_name_status: (node) => set(node).newNameStatus ?? 'NONE',
    new_display_name: (node) => set(node).newDisplayName,
    status: (node) => node.status,
    platform_type: platformType,
    host_platform: platformType,
    throughput: (node) => ({ level: node.throughputLevel }),
    is_on_biz_app: (node) => node.onBusinessApp,
    is_official_business_account: (node) => node.isOfficial ?? false,
    is_pin_enabled: (node) => node.registered || set(node).pin !== undefined,
    is_preverified_number: (node) => node.isPreverified ?? false,
    account_mode: (node) => node.accountMode,
    whatsapp_business_manager_messaging_limit: (node) => portfolioOf(world, node)?.messagingLimit,
    messaging_limit_tier: (node) => portfolioOf(world, node)?.messagingLimit,
    webhook_configuration: (node) => webhookConfiguration(world, app, node),
    health_status: (node) => numberHealth(world, app, node),
    last_onboarded_time: (node) => new Date(node.lastOnboardedAt).toISOString().replace(/\.\d+Z$/, '+0000'),
    conversational_automation: (node) => ({ id: node.id, ...set(node).automation }),
    username: (node) => set(node).username?.name,
    search_visibility: () => 'VISIBLE',
    eligibility_for_api_business_global_search: () => 'NON_ELIGIBLE_UNDEFINED_COUNTRY',
    certificate: (node) => (node.nameStatus === 'APPROVED' ? certificateOf(node) : undefined),
    new_certificate: () => undefined,
    country_code: (node) => countryOf(node.digits),
    country_dial_code: (node) => /^\+(\d{1,3})\D/.exec(node.displayPhoneNumber)?.[1],
    unified_cert_status: () => undefined,
    whatsapp_business_account: (node) => {
      const waba = world.wabas.get(node.wabaId);
      return waba && { id: waba.id, name: waba.name };
    },
  };
}

function platformType(node: PhoneNumber): string {
  return node.registered ? 'CLOUD_API' : 'NOT_APPLICABLE';
}

function certificateOf({ id, verifiedName }: PhoneNumber): string {
  return Buffer.from(`${id}:${verifiedName}`).toString('base64');
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
