import type { WebhookFieldName } from '@renkei/graph-api';
import { tellAccountUpdate } from './account-update.ts';
import { tellAlert, tellCapability, tellReview, tellSolution } from './accounts.ts';
import { tellCalls } from './calls.ts';
import { tellAddressBook, tellHistory } from './coexistence.ts';
import type { ReadableValue, TellField, Telling } from './define.ts';
import { tellFlow } from './flows.ts';
import { tellGroups } from './groups.ts';
import { tellMessages } from './messages.ts';
import { tellNumberName, tellNumberQuality, tellSecurity, tellSettings, tellUsername } from './numbers.ts';
import { tellPaymentConfiguration } from './payments.ts';
import { tellConversions, tellPreferences, tellUserIds } from './people.ts';
import { tellHandover, tellStandby } from './routing.ts';
import {
  tellCategoryMisuse,
  tellTemplateCategory,
  tellTemplateComponents,
  tellTemplateQuality,
  tellTemplateStatus,
} from './templates.ts';

/** Every webhook field and what it tells about the account, in our words; the compiler names the missing. */
const fields: { readonly [Field in WebhookFieldName]: TellField<Field> } = {
  messages: tellMessages,
  // Messages and nothing else.
  smb_message_echoes: () => [],
  message_echoes: () => [],
  history: tellHistory,
  smb_app_state_sync: tellAddressBook,
  standby: tellStandby,
  messaging_handovers: tellHandover,
  calls: tellCalls,
  user_preferences: tellPreferences,
  user_id_update: tellUserIds,
  automatic_events: tellConversions,
  group_lifecycle_update: tellGroups,
  group_participants_update: tellGroups,
  group_settings_update: tellGroups,
  group_status_update: tellGroups,
  message_template_status_update: tellTemplateStatus,
  message_template_quality_update: tellTemplateQuality,
  message_template_components_update: tellTemplateComponents,
  template_category_update: tellTemplateCategory,
  template_correct_category_detection: tellCategoryMisuse,
  account_update: tellAccountUpdate,
  account_alerts: tellAlert,
  account_review_update: tellReview,
  account_settings_update: tellSettings,
  business_capability_update: tellCapability,
  business_username_updates: tellUsername,
  phone_number_quality_update: tellNumberQuality,
  phone_number_name_update: tellNumberName,
  partner_solutions: tellSolution,
  payment_configuration_update: tellPaymentConfiguration,
  security: tellSecurity,
  flows: tellFlow,
};

export function tellValue({ field, value }: ReadableValue): readonly Telling[] {
  // The entry of a value's own field takes that value; the compiler cannot follow the pair through the union.
  const tellField = fields[field] as (value: ReadableValue['value']) => readonly Telling[];
  return tellField(value);
}
