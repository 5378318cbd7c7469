import { isWebhookFieldName, type WebhookFieldName, webhookFields } from './fields/registry.ts';

/** The value of one change, told apart by `field`; or why it could not be read. */
export type WebhookReading<Field extends WebhookFieldName = WebhookFieldName> =
  | ReturnType<(typeof webhookFields)[Field]['read']>
  | { readonly ok: false; readonly reason: 'unknown_field'; readonly field: string; readonly detail: string };

/** The value of a field once it was read, e.g. `WebhookValue<'account_update'>`. */
export type WebhookValue<Field extends WebhookFieldName> = Extract<
  ReturnType<(typeof webhookFields)[Field]['read']>,
  { readonly ok: true }
>['value'];

/** Reads a change's value by its field's entry in the registry. Never throws. */
export function readWebhookValue(field: string, value: unknown): WebhookReading {
  return isWebhookFieldName(field)
    ? webhookFields[field].read(value)
    : { ok: false, reason: 'unknown_field', field, detail: `webhook field ${field} is not known` };
}
