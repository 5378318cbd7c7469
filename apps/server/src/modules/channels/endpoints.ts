import { createSecretKey, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { SecretBox } from '#platform/crypto';
import type { Platform } from '#platform/module';
import { type EndpointRow, findEndpointRow } from './store-endpoints.ts';

/** Where an app's webhooks arrive, and whose they may be. */
export interface WebhookEndpoint {
  readonly workspaceId: string;
  readonly endpointId: string;
  readonly provider: string;
  /** What webhooks are proved with: app secret, auth token, or a secret of our own making. */
  readonly signingKey: KeyObject;
  readonly verifyToken: string;
  /** Connected numbers, and those that were here before they moved: phone number id → channel id. */
  readonly phoneNumberIds: ReadonlyMap<string, string>;
}

export interface Endpoints {
  find(endpointId: string): Promise<WebhookEndpoint | undefined>;
}

export interface EndpointCache extends Endpoints {
  /** After a change of this process's own: it must not wait for the wake. */
  forget(endpointId: string): void;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A wake may be lost, and then costs latency only: this is how much. */
const lifeMs = 10_000;
/** Unknown ids are remembered too, but briefly: strangers choose them. */
const unknownLifeMs = 5_000;

/** Endpoints in memory; all are dropped when any endpoint or channel changes anywhere (wake `endpoints`). */
export function createEndpoints(platform: Platform, secretBox: SecretBox): EndpointCache {
  const known = new LRUCache<string, Promise<WebhookEndpoint | undefined>>({ max: 10_000, ttl: lifeMs });
  platform.wake.on('endpoints', () => known.clear());

  async function load(endpointId: string): Promise<WebhookEndpoint | undefined> {
    const found = await platform.database.inSystem((tx) => findEndpointRow(tx, endpointId));
    if (!found) return undefined;
    const { row, numbers } = found;
    const secrets = await openEndpointSecrets(secretBox, row);
    return Object.freeze({
      workspaceId: row.workspaceId,
      endpointId: row.id,
      provider: row.provider,
      signingKey: createSecretKey(secrets.signingSecret, 'utf8'),
      verifyToken: secrets.verifyToken,
      phoneNumberIds: new Map(numbers.map(({ phoneNumberId, channelId }) => [phoneNumberId, channelId])),
    });
  }

  return {
    async find(endpointId) {
      if (!uuidPattern.test(endpointId)) return undefined;
      const cached = known.get(endpointId);
      if (cached) return await cached;
      const loading = load(endpointId);
      known.set(endpointId, loading);
      try {
        const endpoint = await loading;
        if (!endpoint && known.peek(endpointId) === loading) {
          known.set(endpointId, loading, { ttl: unknownLifeMs });
        }
        return endpoint;
      } catch (error) {
        if (known.peek(endpointId) === loading) known.delete(endpointId);
        throw error;
      }
    },
    forget: (endpointId) => void known.delete(endpointId),
  };
}

export async function openEndpointSecrets(secretBox: SecretBox, row: EndpointRow) {
  const place = { workspaceId: row.workspaceId, rowId: row.id };
  return {
    signingSecret: await secretBox.open(row.appSecretEncrypted, { ...place, column: 'app_secret_encrypted' }),
    verifyToken: await secretBox.open(row.verifyTokenEncrypted, {
      ...place,
      column: 'verify_token_encrypted',
    }),
  };
}
