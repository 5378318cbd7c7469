import { randomBytes } from 'node:crypto';
import { dialog360CredentialsSchema } from '@renkei/contract';
import type { Dispatcher } from 'undici';
import type { Provider, ProviderWords } from '../../port.ts';
import { cloudApiCapabilities, findContentFault } from '../cloud-api/graph-wire.ts';
import { findMediaFault } from '../shared/find-media-fault.ts';
import { createDispatcher } from '../shared/http/dispatcher.ts';
import { checkCredentials } from './check-credentials.ts';
import { createDialog360Client } from './client.ts';
import { type Dialog360Settings, openDialog360 } from './door.ts';
import { readHealth } from './health.ts';

const words: ProviderWords = {
  label: '360dialog',
  webhookField: 'webhook',
  webhookProblem: 'channel_webhook_not_set',
  enterWebhook: () => ({
    en: 'connect the number again, so that its webhook is set at 360dialog',
    ja: '番号を再接続すると、360dialogにWebhookが設定されます',
  }),
};

/**
 * 360dialog: Meta's own bodies behind one API key per number. Flows and catalogs are not offered by its Messaging API.
 * (360dialog, "Messaging API", 1.41, 2026-11)
 */
export function createDialog360Provider(settings: {
  readonly dialog360Url: string;
  readonly now: () => Date;
  readonly dispatcher?: Dispatcher;
}): Provider {
  const dispatcher = settings.dispatcher ?? createDispatcher();
  const door: Dialog360Settings = { ...settings, dispatcher };
  return {
    name: 'dialog360',
    words,
    baseUrl: settings.dialog360Url,
    capabilities: { ...cloudApiCapabilities, library: false },
    connect: (credentials) => createDialog360Client(door, credentials),
    async identify(credentials) {
      const values = dialog360CredentialsSchema.parse(credentials);
      const { phoneNumberId, wabaId } = await readHealth(openDialog360(door, values.apiKey));
      return {
        accessToken: values.apiKey,
        phoneNumberId,
        wabaId,
        phoneNumber: values.phoneNumber.replace(/\D/g, ''),
        settings: { displayPhoneNumber: values.phoneNumber },
        // Nothing of 360dialog's proves a webhook, so it gets a secret to bring along.
        signingSecret: randomBytes(32).toString('base64url'),
        verifyToken: values.platformSecret ?? '',
      };
    },
    renew: ({ settings: { displayPhoneNumber }, phoneNumber, verifyToken }, apiKey) => ({
      provider: 'dialog360',
      apiKey,
      phoneNumber: displayPhoneNumber ?? `+${phoneNumber}`,
      platformSecret: verifyToken,
    }),
    findContentFault,
    findMediaFault,
    checkCredentials: (credentials) => checkCredentials(door, dialog360CredentialsSchema.parse(credentials)),
    close: () => dispatcher.close(),
  };
}
