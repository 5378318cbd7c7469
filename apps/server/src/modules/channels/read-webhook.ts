import type { InboundReading } from './inbound.ts';
import { webhookReaders } from './registry.ts';

/** Everything that a body of a provider says. Never throws for a body, only for a provider that is not there. */
export function readWebhook(provider: string, body: Uint8Array): InboundReading {
  const read = webhookReaders.get(provider);
  if (!read) throw new Error(`No such provider: ${provider}`);
  return read(body);
}
