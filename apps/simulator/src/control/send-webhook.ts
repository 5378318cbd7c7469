import { readFixture } from '@renkei/graph-api/fixtures';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';

/** A body to send as it is (text stays text), or one of graph-api's sample bodies. */
export const webhookSchema = z.strictObject({
  appId: z.string().optional(),
  url: z.url().optional(),
  body: z.unknown().optional(),
  fixture: z
    .string()
    .regex(/^[a-z0-9_]+$/)
    .optional(),
  /** Puts this number and its WABA in place of the fixture's. */
  phoneNumberId: z.string().optional(),
});

export type WebhookInput = z.input<typeof webhookSchema>;

/** Sends an arbitrary body, signed, to an app's callback. It is repeated until 200 like any other. */
export function sendWebhook(
  { simulation: { world }, delivery }: Runtime,
  input: z.infer<typeof webhookSchema>,
) {
  const { appId, url, body, fixture, phoneNumberId } = input;
  const app = appId === undefined ? world.apps.values().next().value : world.apps.get(appId);
  const target = url ?? app?.callbackUrl;
  if (!app || target === undefined) throw new Refusal(404, 'No app with a callback to send to');
  const text = fixture === undefined ? toText(body) : readFixture(fixture).toString();
  const phoneNumber = phoneNumberId === undefined ? undefined : world.phoneNumbers.get(phoneNumberId);
  const addressed = phoneNumber ? readdress(text, phoneNumber) : text;
  return { webhookId: delivery.sendBody(app.id, target, addressed) };
}

function toText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

interface Address {
  readonly id: string;
  readonly wabaId: string;
  readonly digits: string;
}

/** As text, so that ids above 2^53 stay what they are. */
function readdress(text: string, { id, wabaId, digits }: Address): string {
  return text
    .replaceAll(/("phone_number_id":\s*)"\d+"/g, `$1"${id}"`)
    .replaceAll(/("display_phone_number":\s*)"\d+"/g, `$1"${digits}"`)
    .replace(/("entry":\s*\[\s*\{\s*"id":\s*)"\d+"/, `$1"${wabaId}"`);
}
