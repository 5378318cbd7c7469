import { type TwilioCredentials, twilioCredentialsSchema } from '@renkei/contract';
import type { Dispatcher } from 'undici';
import type {
  MediaFault,
  Provider,
  ProviderCapabilities,
  ProviderSettings,
  ProviderWords,
} from '../../port.ts';
import { findMediaFault as findWhatsAppFault } from '../shared/find-media-fault.ts';
import { createDispatcher } from '../shared/http/dispatcher.ts';
import { toAddress } from './address.ts';
import type { TwilioSettings } from './caller.ts';
import { checkCredentials } from './check-credentials.ts';
import { createTwilioClient } from './client.ts';
import { findContentFault } from './outbound/build-message.ts';
import { outboundKinds } from './outbound/registry.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Source: Twilio, "WhatsApp: supported media" (2026-11): 16 MB, whatever WhatsApp itself would take. */
const largestFileBytes = 16 * 1024 * 1024;

/** What Twilio's Messages resource passes on to WhatsApp. (Twilio, "WhatsApp Business Platform with Twilio", 2026-11) */
const capabilities: ProviderCapabilities = {
  kinds: Object.keys(outboundKinds).filter(isOffered),
  quotes: false,
  hiddenNumbers: false,
  tokenSignsWebhooks: true,
  library: false,
  freeFormWindowMs: dayMs,
  markRead: false,
  typing: false,
  templates: true,
  groupKinds: [],
};

const words: ProviderWords = {
  label: 'Twilio',
  webhookField: 'webhook',
  webhookProblem: 'channel_webhook_not_set',
  enterWebhook: (url) => ({
    en: `enter ${url} at Twilio Console → Messaging → Senders → WhatsApp senders as the webhook of the sender`,
    ja: `Twilio Consoleの「Messaging → Senders → WhatsApp senders」で、送信者のWebhookに ${url} を入力してください`,
  }),
};

export function createTwilioProvider(settings: {
  readonly twilioUrl: string | null;
  readonly now: () => Date;
  readonly dispatcher?: Dispatcher;
}): Provider {
  const dispatcher = settings.dispatcher ?? createDispatcher();
  const twilio: TwilioSettings = { ...settings, dispatcher };
  return {
    name: 'twilio',
    words,
    baseUrl: settings.twilioUrl ?? 'https://api.twilio.com',
    capabilities,
    connect: (credentials) => createTwilioClient(twilio, credentials),
    async identify(credentials) {
      const values = twilioCredentialsSchema.parse(credentials);
      const phoneNumber = values.phoneNumber.replace(/\D/g, '');
      return {
        accessToken: values.authToken,
        phoneNumberId: toAddress(phoneNumber),
        wabaId: values.accountSid,
        phoneNumber,
        settings: keptOf(values),
        signingSecret: values.authToken,
        verifyToken: '',
      };
    },
    renew: (
      { wabaId: accountSid, phoneNumber, settings: { messagingServiceSid, displayPhoneNumber } },
      authToken,
    ) => ({
      provider: 'twilio',
      accountSid,
      authToken,
      phoneNumber: displayPhoneNumber ?? `+${phoneNumber}`,
      ...(messagingServiceSid ? { messagingServiceSid } : {}),
    }),
    findContentFault,
    findMediaFault,
    checkCredentials: (credentials) => checkCredentials(twilio, twilioCredentialsSchema.parse(credentials)),
    close: () => dispatcher.close(),
  };
}

function keptOf({ messagingServiceSid, phoneNumber }: TwilioCredentials): ProviderSettings {
  return { displayPhoneNumber: phoneNumber, ...(messagingServiceSid ? { messagingServiceSid } : {}) };
}

function findMediaFault(file: Parameters<Provider['findMediaFault']>[0]): MediaFault | undefined {
  const fault = findWhatsAppFault(file);
  if (fault || file.sizeBytes <= largestFileBytes) return fault;
  return { reason: 'size', maxBytes: largestFileBytes };
}

function isOffered(kind: string): kind is keyof typeof outboundKinds {
  return Object.hasOwn(outboundKinds, kind);
}
