import type { WebhookEnvelope } from './parse-webhook.ts';

/** One change of a notification, with the account that it belongs to. */
export interface WebhookChange {
  /** The WABA; for `partner_solutions` and the `PARTNER_*` account updates the business portfolio. */
  readonly wabaId: string;
  /** Unix seconds; only management fields have it. */
  readonly entryTime: number | undefined;
  readonly field: string;
  readonly value: unknown;
  /** Where in the body it stood, both from 0. */
  readonly position: { readonly entry: number; readonly change: number };
}

/** Every change of every entry, in the body's order. Meta batches up to 1,000: never look at the first one only. */
export function listChanges(envelope: WebhookEnvelope): WebhookChange[] {
  return envelope.entry.flatMap((entry, entryIndex) =>
    entry.changes.map((change, changeIndex) => ({
      wabaId: entry.id,
      entryTime: entry.time,
      field: change.field,
      value: change.value,
      position: { entry: entryIndex, change: changeIndex },
    })),
  );
}
