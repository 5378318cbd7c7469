import type { AccountEventKind } from '@renkei/contract';
import type { WebhookValue } from '@renkei/graph-api';
import { instantOf } from '../instant-of.ts';
import { byWord, type TellField, tell } from './define.ts';

type Ref = Pick<
  WebhookValue<'message_template_quality_update'>,
  'message_template_id' | 'message_template_name' | 'message_template_language'
>;

function templateOf(value: Ref) {
  return {
    templateId: value.message_template_id,
    name: value.message_template_name,
    language: value.message_template_language,
  };
}

const statuses = {
  APPROVED: 'template.approved',
  REJECTED: 'template.rejected',
  PENDING: 'template.pending',
  PAUSED: 'template.paused',
  DISABLED: 'template.disabled',
  FLAGGED: 'template.flagged',
  REINSTATED: 'template.reinstated',
  IN_APPEAL: 'template.in_appeal',
  PENDING_DELETION: 'template.pending_deletion',
  DELETED: 'template.deleted',
  LIMIT_EXCEEDED: 'template.limit_exceeded',
  LOCKED: 'template.locked',
  ARCHIVED: 'template.archived',
  UNARCHIVED: 'template.unarchived',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellTemplateStatus: TellField<'message_template_status_update'> = (value) => [
  {
    event: value.event,
    told: tell(byWord(statuses, value.event), {
      ...templateOf(value),
      reason: value.reason === 'NONE' ? null : (value.reason ?? null),
      details: value.rejection_info?.reason ?? value.other_info?.description ?? null,
      recommendation: value.rejection_info?.recommendation ?? null,
      pause: value.other_info?.title ?? null,
      disabledAt: instantOf(value.disable_info?.disable_date),
    }),
  },
];

const qualities = {
  GREEN: 'template.quality_high',
  YELLOW: 'template.quality_medium',
  RED: 'template.quality_low',
  UNKNOWN: 'template.quality_unknown',
} as const satisfies Readonly<Record<string, AccountEventKind>>;

export const tellTemplateQuality: TellField<'message_template_quality_update'> = (value) => [
  {
    event: value.new_quality_score,
    told: tell(byWord(qualities, value.new_quality_score), {
      ...templateOf(value),
      previousQuality: value.previous_quality_score ?? null,
    }),
  },
];

export const tellTemplateComponents: TellField<'message_template_components_update'> = (value) => [
  {
    event: null,
    told: tell('template.content_changed', {
      ...templateOf(value),
      header: value.message_template_title ?? null,
      body: value.message_template_element ?? null,
      footer: value.message_template_footer ?? null,
      buttons: value.message_template_buttons.flatMap(
        (button) => button.message_template_button_text ?? button.message_template_button_type,
      ),
    }),
  },
];

/** With `correct_category` it is announced, and the new category is still the one it has. */
export const tellTemplateCategory: TellField<'template_category_update'> = (value) => [
  value.correct_category === undefined
    ? {
        event: value.new_category,
        told: tell('template.category_changed', {
          ...templateOf(value),
          previousCategory: value.previous_category ?? null,
          newCategory: value.new_category,
        }),
      }
    : {
        event: value.correct_category,
        told: tell('template.category_will_change', {
          ...templateOf(value),
          category: value.new_category,
          correctCategory: value.correct_category,
          changesAt: instantOf(value.category_update_timestamp),
        }),
      },
];

export const tellCategoryMisuse: TellField<'template_correct_category_detection'> = (value) => [
  {
    event: value.correct_category,
    told: tell('template.category_misused', {
      ...templateOf(value),
      category: value.category,
      correctCategory: value.correct_category,
    }),
  },
];
