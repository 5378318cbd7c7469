import type { Referral } from '@renkei/contract';
import { digitsOf } from '../address.ts';
import type { ReadTwilioEvent } from './event.ts';
import { readContent } from './read-content.ts';

/** A message of a customer. (Twilio, "Twilio's request to your incoming message webhook URL", 2026-11) */
export const readMessage: ReadTwilioEvent = ({ form, receivedAt, phoneNumberId, messageSid }) => [
  {
    fact: 'message',
    phoneNumberId,
    direction: 'inbound',
    providerMessageId: messageSid,
    // Twilio does not say when it was written; whole seconds as everywhere.
    sentAt: new Date(Math.floor(receivedAt.getTime() / 1000) * 1000),
    person: {
      waId: form.get('WaId') ?? digitsOf(form.get('From') ?? ''),
      profileName: form.get('ProfileName') ?? undefined,
    },
    participant: null,
    content: readContent(form),
    replyToProviderMessageId: form.get('OriginalRepliedMessageSid'),
    forwarded: form.has('FrequentlyForwarded') ? 'often' : form.has('Forwarded') ? 'forwarded' : 'no',
    referral: readReferral(form),
    referredProduct: null,
    spoken: true,
    identityChange: null,
  },
];

const sources: Readonly<Record<string, Referral['source']>> = { ad: 'ad', post: 'post' };

function readReferral(form: URLSearchParams): Referral | null {
  const sourceId = form.get('ReferralSourceId');
  const url = form.get('ReferralSourceUrl');
  if (sourceId === null && url === null) return null;
  return {
    source: sources[form.get('ReferralSourceType') ?? ''] ?? 'other',
    sourceId,
    url,
    headline: form.get('ReferralHeadline'),
    body: form.get('ReferralBody'),
    mediaUrl: form.get('ReferralMediaUrl'),
    clickId: form.get('ReferralCtwaClid'),
  };
}
