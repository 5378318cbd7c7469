import { accountAlerts } from './account/account-alerts.ts';
import { accountReviewUpdate } from './account/account-review-update.ts';
import { accountSettingsUpdate } from './account/account-settings-update.ts';
import { accountUpdate } from './account/account-update.ts';
import { businessCapabilityUpdate } from './account/business-capability-update.ts';
import { businessUsernameUpdates } from './account/business-username-updates.ts';
import { flows } from './account/flows.ts';
import { partnerSolutions } from './account/partner-solutions.ts';
import { paymentConfigurationUpdate } from './account/payment-configuration-update.ts';
import { phoneNumberNameUpdate } from './account/phone-number-name-update.ts';
import { phoneNumberQualityUpdate } from './account/phone-number-quality-update.ts';
import { security } from './account/security.ts';
import { automaticEvents } from './number/automatic-events.ts';
import { calls } from './number/calls.ts';
import {
  groupLifecycleUpdate,
  groupParticipantsUpdate,
  groupSettingsUpdate,
  groupStatusUpdate,
} from './number/groups.ts';
import { history } from './number/history.ts';
import { messageEchoes, smbMessageEchoes } from './number/message-echoes.ts';
import { messages } from './number/messages.ts';
import { messagingHandovers } from './number/messaging-handovers.ts';
import { smbAppStateSync } from './number/smb-app-state-sync.ts';
import { standby } from './number/standby.ts';
import { userIdUpdate } from './number/user-id-update.ts';
import { userPreferences } from './number/user-preferences.ts';
import { templateCategoryUpdate } from './template/category-update.ts';
import { messageTemplateComponentsUpdate } from './template/components-update.ts';
import { templateCorrectCategoryDetection } from './template/correct-category-detection.ts';
import { messageTemplateQualityUpdate } from './template/quality-update.ts';
import { messageTemplateStatusUpdate } from './template/status-update.ts';

/** Every webhook field we can read, by its name on the wire. (Meta, "Webhooks reference", 2026-11) */
export const webhookFields = {
  messages,
  history,
  smb_message_echoes: smbMessageEchoes,
  message_echoes: messageEchoes,
  smb_app_state_sync: smbAppStateSync,
  standby,
  messaging_handovers: messagingHandovers,
  calls,
  user_preferences: userPreferences,
  user_id_update: userIdUpdate,
  automatic_events: automaticEvents,
  group_lifecycle_update: groupLifecycleUpdate,
  group_participants_update: groupParticipantsUpdate,
  group_settings_update: groupSettingsUpdate,
  group_status_update: groupStatusUpdate,
  message_template_status_update: messageTemplateStatusUpdate,
  message_template_quality_update: messageTemplateQualityUpdate,
  message_template_components_update: messageTemplateComponentsUpdate,
  template_category_update: templateCategoryUpdate,
  template_correct_category_detection: templateCorrectCategoryDetection,
  account_update: accountUpdate,
  account_alerts: accountAlerts,
  account_review_update: accountReviewUpdate,
  account_settings_update: accountSettingsUpdate,
  business_capability_update: businessCapabilityUpdate,
  business_username_updates: businessUsernameUpdates,
  phone_number_quality_update: phoneNumberQualityUpdate,
  phone_number_name_update: phoneNumberNameUpdate,
  partner_solutions: partnerSolutions,
  payment_configuration_update: paymentConfigurationUpdate,
  security,
  flows,
} as const;

export type WebhookFieldName = keyof typeof webhookFields;

export function isWebhookFieldName(field: string): field is WebhookFieldName {
  return Object.hasOwn(webhookFields, field);
}
