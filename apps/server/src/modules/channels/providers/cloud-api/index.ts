import { cloudApiCredentialsSchema, sendableKinds } from '@renkei/contract';
import type { Dispatcher } from 'undici';
import type { Provider, ProviderCapabilities, ProviderWords } from '../../port.ts';
import { findMediaFault } from '../shared/find-media-fault.ts';
import { createDispatcher } from '../shared/http/dispatcher.ts';
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

/** Everything that Meta has; 360dialog passes the same on. */
export const cloudApiCapabilities: ProviderCapabilities = {
  kinds: sendableKinds,
  quotes: true,
  hiddenNumbers: true,
  tokenSignsWebhooks: false,
  library: true,
  freeFormWindowMs: dayMs,
  markRead: true,
  typing: true,
  templates: true,
  groupKinds,
};

const metaWords: ProviderWords = {
  label: 'Meta',
  webhookField: 'verifyToken',
  webhookProblem: 'channel_verify_token_wrong',
  enterWebhook: (url) => ({
    en: `enter ${url} and this verify token at Meta → WhatsApp → Configuration`,
    ja: `Metaの「WhatsApp → 設定」に ${url} とこの検証トークンを入力してください`,
  }),
};

/** Meta's Cloud API, or whatever speaks its language at GRAPH_URL. */
export function createCloudApiProvider(settings: CloudApiSettings): Provider {
  const dispatcher = settings.dispatcher ?? createDispatcher();
  const graph = { ...settings, dispatcher };
  return {
    name: 'cloud-api',
    words: metaWords,
    baseUrl: settings.graphUrl,
    capabilities: cloudApiCapabilities,
    connect: (credentials) => createCloudApiClient(graph, credentials),
    async identify(credentials) {
      const values = cloudApiCredentialsSchema.parse(credentials);
      const { accessToken, phoneNumberId, wabaId, appSecret: signingSecret, verifyToken } = values;
      return {
        accessToken,
        phoneNumberId,
        wabaId,
        phoneNumber: '',
        settings: {},
        signingSecret,
        verifyToken,
      };
    },
    renew: ({ phoneNumberId, wabaId, signingSecret: appSecret, verifyToken }, accessToken) => ({
      provider: 'cloud-api',
      accessToken,
      phoneNumberId,
      wabaId,
      appSecret,
      verifyToken,
    }),
    findContentFault,
    findMediaFault,
    checkCredentials: (credentials) => checkCredentials(graph, cloudApiCredentialsSchema.parse(credentials)),
    close: () => dispatcher.close(),
  };
}
