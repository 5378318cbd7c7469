/** Every provider, one line each. */
import type { Provider } from './port.ts';
import { type CloudApiSettings, createCloudApiProvider } from './providers/cloud-api/index.ts';

export type Providers = ReadonlyMap<string, Provider>;

export function createProviders(settings: CloudApiSettings): Providers {
  const providers = [createCloudApiProvider(settings)];
  return new Map(providers.map((provider) => [provider.name, provider]));
}
