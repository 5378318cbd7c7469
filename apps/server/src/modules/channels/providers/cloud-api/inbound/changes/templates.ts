import type { WebhookChange, WebhookValue } from '@renkei/graph-api';
import type { ReceivedTemplateChange } from '../../../../inbound.ts';

type Ref = Pick<
  WebhookValue<'message_template_quality_update'>,
  'message_template_id' | 'message_template_name' | 'message_template_language'
>;

/** Meta's words for what happened, where they differ from the status that a template then has. */
const statusOf: Readonly<Record<string, string>> = {
  REINSTATED: 'APPROVED',
  // A warning: the template goes on being sent.
  FLAGGED: 'APPROVED',
  UNARCHIVED: 'APPROVED',
};

export function readTemplateStatus(
  value: WebhookValue<'message_template_status_update'>,
  change: WebhookChange,
) {
  return [
    templateChange(value, change, {
      status: statusOf[value.event] ?? value.event,
      statusReason: reasonOf(value),
      category: value.message_template_category ?? null,
    }),
  ];
}

function reasonOf(value: WebhookValue<'message_template_status_update'>): string | null {
  const reason = value.reason === 'NONE' ? undefined : value.reason;
  return value.rejection_info?.reason ?? value.other_info?.description ?? reason ?? null;
}

export function readTemplateQuality(
  value: WebhookValue<'message_template_quality_update'>,
  change: WebhookChange,
) {
  return [templateChange(value, change, { quality: value.new_quality_score })];
}

/** Other words: everything else is as it was, and the template has to be read again. */
export function readTemplateComponents(
  value: WebhookValue<'message_template_components_update'>,
  change: WebhookChange,
) {
  return [templateChange(value, change, {})];
}

/** While it is only announced, `new_category` is the one that the template still has. */
export function readTemplateCategory(value: WebhookValue<'template_category_update'>, change: WebhookChange) {
  return [templateChange(value, change, { category: value.new_category })];
}

function templateChange(
  ref: Ref,
  { wabaId: accountId, entryTime }: WebhookChange,
  change: Partial<Pick<ReceivedTemplateChange, 'status' | 'statusReason' | 'category' | 'quality'>>,
): ReceivedTemplateChange {
  return {
    fact: 'template',
    phoneNumberId: null,
    accountId,
    providerTemplateId: ref.message_template_id,
    name: ref.message_template_name,
    language: ref.message_template_language,
    status: null,
    statusReason: null,
    category: null,
    quality: null,
    toldAt: entryTime === undefined ? null : new Date(entryTime * 1000),
    ...change,
  };
}
