/** Every provider: one line for each side. */
import type { InboundReading } from './inbound.ts';
import type { Provider } from './port.ts';
import { readCloudApiWebhook } from './providers/cloud-api/inbound/read-webhook.ts';
import { type CloudApiSettings, createCloudApiProvider } from './providers/cloud-api/index.ts';

export type Providers = ReadonlyMap<string, Provider>;

export function createProviders(settings: CloudApiSettings): Providers {
  const providers = [createCloudApiProvider(settings)];
  return new Map(providers.map((provider) => [provider.name, provider]));
}

/** What a webhook's body says: needs neither settings nor connections, so it is no part of the port. */
export const webhookReaders: ReadonlyMap<string, (body: Uint8Array) => InboundReading> = new Map([
  ['cloud-api', readCloudApiWebhook],
]);
