import type { InboundReading } from './inbound.ts';
import { readCloudApiWebhook } from './providers/cloud-api/inbound/read-webhook.ts';

/** What each provider's webhooks say, one line per provider. */
const readers: Readonly<Record<string, (body: Uint8Array) => InboundReading>> = {
  'cloud-api': readCloudApiWebhook,
};

/** Everything that a body of a provider says. Never throws for a body, only for a provider that is not there. */
export function readWebhook(provider: string, body: Uint8Array): InboundReading {
  const read = readers[provider];
  if (!read) throw new Error(`No such provider: ${provider}`);
  return read(body);
}
