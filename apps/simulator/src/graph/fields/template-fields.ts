import type { Template } from '../../world/entities.ts';
import type { FieldTable } from './select-fields.ts';

export const templateListDefaults = [
  'name',
  'parameter_format',
  'components',
  'language',
  'status',
  'category',
];

/** The fields of a message template (cloud-api: template endpoints). */
export const templateFields: FieldTable<Template> = {
  name: (node) => node.name,
  status: (node) => node.status,
  category: (node) => node.category,
  language: (node) => node.language,
  components: (node) => node.components,
  parameter_format: (node) => node.parameterFormat,
  quality_score: () => ({ score: 'GREEN', date: 0 }),
  rejected_reason: () => 'NONE',
  previous_category: () => undefined,
  correct_category: () => undefined,
  sub_category: () => undefined,
  message_send_ttl_seconds: () => undefined,
};
