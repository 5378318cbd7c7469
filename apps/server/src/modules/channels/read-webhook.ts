import type { InboundReading } from './inbound.ts';
import { webhookReceiverOf } from './registry.ts';

/** Everything that a body of a provider says. Never throws for a body, only for a provider that is not there. */
export function readWebhook(provider: string, body: Uint8Array): InboundReading {
  return webhookReceiverOf(provider).read(body);
}
