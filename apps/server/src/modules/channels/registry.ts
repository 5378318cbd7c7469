/** Every provider: one line for each side, and one for each table of codes. */
import type { ChannelProvider } from '@renkei/contract';
import { classifyGraphError } from '@renkei/graph-api';
import type { Dispatcher } from 'undici';
import type { Provider } from './port.ts';
import { cloudApiWebhooks } from './providers/cloud-api/inbound/webhooks.ts';
import { createCloudApiProvider } from './providers/cloud-api/index.ts';
import { createDialog360Provider } from './providers/dialog360/index.ts';
import { dialog360Webhooks } from './providers/dialog360/webhooks.ts';
import { twilioWebhooks } from './providers/twilio/inbound/webhooks.ts';
import { createTwilioProvider } from './providers/twilio/index.ts';
import { isFinalTwilioCode } from './providers/twilio/refusals.ts';
import type { WebhookReceiver } from './webhook-receiver.ts';

export type Providers = ReadonlyMap<string, Provider>;

export interface ProviderSettingsOfServer {
  readonly graphUrl: string;
  readonly graphVersion: string;
  readonly dialog360Url: string;
  /** Null: Twilio's own hosts; else one address that stands for all of them. */
  readonly twilioUrl: string | null;
  readonly now: () => Date;
  readonly dispatcher?: Dispatcher;
}

export function createProviders(settings: ProviderSettingsOfServer): Providers {
  const providers = [
    createCloudApiProvider(settings),
    createDialog360Provider(settings),
    createTwilioProvider(settings),
  ];
  return new Map(providers.map((provider) => [provider.name, provider]));
}

/** What comes in: needs neither settings nor connections, so it is no part of the port. */
const webhookReceivers: Readonly<Record<ChannelProvider, WebhookReceiver>> = {
  'cloud-api': cloudApiWebhooks,
  dialog360: dialog360Webhooks,
  twilio: twilioWebhooks,
};

export function webhookReceiverOf(provider: string): WebhookReceiver {
  const receiver = new Map<string, WebhookReceiver>(Object.entries(webhookReceivers)).get(provider);
  if (!receiver) throw new Error(`No such provider: ${provider}`);
  return receiver;
}

/** What must not be sent again. No code stands in two tables, so a problem need not say whose its code is. */
export const finalCodes: readonly ((code: number) => boolean)[] = [
  (code) => classifyGraphError(code).action === 'never',
  isFinalTwilioCode,
];
