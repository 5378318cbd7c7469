import { z } from 'zod';
import { parseJson } from '../json.ts';
import { decoration, describeMisfit, wireId, wireTimestamp } from '../wire.ts';

/** A change that has no field name keeps its neighbours' company under the empty name, which no registry knows. */
const change = z
  .looseObject({ field: z.string(), value: z.unknown() })
  .catch(({ input }) => ({ field: '', value: input }));

const webhookEnvelope = z.looseObject({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(
    z.looseObject({
      id: wireId,
      time: decoration(wireTimestamp),
      changes: z.array(change),
    }),
  ),
});

/** A whole notification. Only the outer shape is checked here: each value is read by its field's own entry. */
export type WebhookEnvelope = z.infer<typeof webhookEnvelope>;

export type ParsedWebhook =
  | { readonly ok: true; readonly envelope: WebhookEnvelope }
  | { readonly ok: false; readonly reason: 'not_json' | 'wrong_shape'; readonly detail: string };

/**
 * Parses the body of a webhook call. Never throws. Unknown keys are kept; ids are strings, also those Meta writes as
 * integers above 2^53.
 */
export function parseWebhook(body: Uint8Array | string): ParsedWebhook {
  const json = decode(body);
  if (!json.ok) return { ok: false, reason: 'not_json', detail: json.detail };
  const parsed = webhookEnvelope.safeParse(json.value);
  return parsed.success
    ? { ok: true, envelope: parsed.data }
    : { ok: false, reason: 'wrong_shape', detail: describeMisfit(parsed.error) };
}

function decode(body: Uint8Array | string): { ok: true; value: unknown } | { ok: false; detail: string } {
  try {
    return { ok: true, value: parseJson(typeof body === 'string' ? body : utf8.decode(body)) };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : 'the body cannot be decoded' };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
