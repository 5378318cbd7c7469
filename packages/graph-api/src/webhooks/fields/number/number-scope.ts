import { z } from 'zod';
import { isJsonRecord, type JsonRecord } from '../../../json.ts';
import { decoration, describeMisfit, tolerantList, wireId } from '../../../wire.ts';
import { type WebhookContact, webhookContact } from '../../contact.ts';

/** Which of our numbers a value is about. */
export interface NumberMetadata {
  readonly phoneNumberId: string | undefined;
  /** Digits only, unlike on the phone number node. */
  readonly displayPhoneNumber: string | undefined;
}

/** What all values about a number share. */
export interface NumberScope {
  readonly metadata: NumberMetadata;
  readonly contacts: readonly WebhookContact[];
}

export function readNumberScope(value: JsonRecord): NumberScope {
  return { metadata: readMetadata(value.metadata), contacts: contactList.parse(value.contacts) };
}

export function readMetadata(metadata: unknown): NumberMetadata {
  const parsed = wireMetadata.parse(metadata);
  return { phoneNumberId: parsed?.phone_number_id, displayPhoneNumber: parsed?.display_phone_number };
}

export const contactList = tolerantList(webhookContact);

/** The items of a list; none when the key is absent or holds something else. */
export function listItems(value: JsonRecord, key: string): readonly unknown[] {
  const items = value[key];
  return Array.isArray(items) ? items : [];
}

/** One item of a list that was read by itself: a misfit is kept raw and leaves its neighbours alone. */
export type ItemReading<Item> =
  | { readonly ok: true; readonly item: Item; readonly raw: JsonRecord }
  | { readonly ok: false; readonly detail: string; readonly raw: unknown };

export function readItems<Schema extends z.ZodType>(
  value: JsonRecord,
  key: string,
  schema: Schema,
): ItemReading<z.output<Schema>>[] {
  return listItems(value, key).map((raw) => {
    const parsed = schema.safeParse(raw);
    if (parsed.success && isJsonRecord(raw)) return { ok: true, item: parsed.data, raw };
    return { ok: false, detail: parsed.success ? 'must be an object' : describeMisfit(parsed.error), raw };
  });
}

const wireMetadata = decoration(
  z.looseObject({ phone_number_id: decoration(wireId), display_phone_number: decoration(wireId) }),
);
