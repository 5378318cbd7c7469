import { checkMedia } from '@renkei/graph-api';
import { Agent, type Dispatcher } from 'undici';
import type { MediaFault, Provider } from '../../port.ts';
import { findContentFault } from './build-send-request.ts';
import { checkCredentials } from './check-credentials.ts';
import { createCloudApiClient } from './client.ts';

export interface CloudApiSettings {
  readonly graphUrl: string;
  readonly graphVersion: string;
  readonly now: () => Date;
  readonly dispatcher?: Dispatcher;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Source: Meta, "Group messaging" (2025-11-14); reactions are not named there. */
const groupKinds = ['text', 'image', 'video', 'audio', 'document', 'sticker', 'template', 'pin'] as const;

/** Meta's Cloud API, or whatever speaks its language at GRAPH_URL. */
export function createCloudApiProvider(settings: CloudApiSettings): Provider {
  const dispatcher = settings.dispatcher ?? createDispatcher();
  const graph = { ...settings, dispatcher };
  return {
    name: 'cloud-api',
    capabilities: { freeFormWindowMs: dayMs, markRead: true, typing: true, templates: true, groupKinds },
    connect: (credentials) => createCloudApiClient(graph, credentials),
    findContentFault,
    findMediaFault,
    checkCredentials: (credentials) => checkCredentials(graph, credentials),
    close: () => dispatcher.close(),
  };
}

/**
 * One request at a time per connection and HTTP/1.1, so that "no byte of this request was written" can be told for sure.
 * No retry and no redirect interceptor: nothing is ever sent twice by this client.
 */
function createDispatcher(): Dispatcher {
  return new Agent({
    allowH2: false,
    pipelining: 1,
    connections: 128,
    connect: { timeout: 5_000 },
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
  });
}

function findMediaFault(file: Parameters<Provider['findMediaFault']>[0]): MediaFault | undefined {
  const check = checkMedia(file);
  if (check.ok) return undefined;
  return check.reason === 'mime_type_not_allowed'
    ? { reason: 'type', allowed: check.allowed }
    : { reason: 'size', maxBytes: check.maxBytes };
}
