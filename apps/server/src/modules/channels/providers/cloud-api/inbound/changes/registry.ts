import type { WebhookChange, WebhookFieldName, WebhookValue } from '@renkei/graph-api';
import type { InboundFact } from '../../../../inbound.ts';
import type { ReadableValue } from '../account/define.ts';
import { readCapability, readNumberName, readNumberQuality } from './numbers.ts';
import { readGroupSubjects, readPreferences, readUserIds } from './people.ts';
import {
  readTemplateCategory,
  readTemplateComponents,
  readTemplateQuality,
  readTemplateStatus,
} from './templates.ts';

type ReadChanges<Field extends WebhookFieldName> = (
  value: WebhookValue<Field>,
  change: WebhookChange,
) => readonly InboundFact[];

/** Fields that change what we know of templates, numbers and people, besides being told. */
const fields: { readonly [Field in WebhookFieldName]?: ReadChanges<Field> } = {
  message_template_status_update: readTemplateStatus,
  message_template_quality_update: readTemplateQuality,
  message_template_components_update: readTemplateComponents,
  template_category_update: readTemplateCategory,
  phone_number_quality_update: readNumberQuality,
  phone_number_name_update: readNumberName,
  business_capability_update: readCapability,
  user_preferences: readPreferences,
  user_id_update: readUserIds,
  group_lifecycle_update: readGroupSubjects,
  group_settings_update: readGroupSubjects,
};

export function readChanges({ field, value }: ReadableValue, change: WebhookChange): readonly InboundFact[] {
  // The entry of a value's own field takes that value; the compiler cannot follow the pair through the union.
  const read = fields[field] as
    | ((value: ReadableValue['value'], change: WebhookChange) => readonly InboundFact[])
    | undefined;
  return read?.(value, change) ?? [];
}
