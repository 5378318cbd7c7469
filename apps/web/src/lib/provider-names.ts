import type { ChannelProvider } from '@renkei/contract';

/** As they call themselves. */
export const providerNames: Readonly<Record<ChannelProvider, string>> = {
  'cloud-api': 'Meta',
  dialog360: '360dialog',
  twilio: 'Twilio',
};
