import type { SendableContent } from '@renkei/contract';
import type { ContentFault, OutboundKind, ProviderReferences, ProviderSendRequest } from '../../../port.ts';
import { askForRetries, toAddress } from '../address.ts';
import { outboundKinds } from './registry.ts';

/** The parts of a form post that a kind of content makes. */
export type MessageForm = Readonly<Record<string, string>>;

export interface Sending {
  /** Digits of the number, or the SID of the messaging service that sends for it. */
  readonly phoneNumber: string;
  readonly messagingServiceSid: string | undefined;
  /** Where statuses are told; the attempt key is added to it. */
  readonly webhookUrl: string;
}

export type MessageBuild =
  | { readonly ok: true; readonly form: URLSearchParams }
  | { readonly ok: false; readonly fault: ContentFault };

/** The name under which the attempt key comes back in the address of a status callback. */
export const attemptParameter = 'attempt';

/**
 * The form of `POST Messages.json`. Twilio echoes nothing of a request in its status callbacks, so the attempt key goes
 * into their address. (Twilio, "Messages resource", 2026-11) Pure.
 */
export function buildMessage(request: ProviderSendRequest, sending: Sending): MessageBuild {
  const { content, recipient, references, attemptKey } = request;
  const fault = findContentFault(content);
  if (fault) return { ok: false, fault };
  if (!('phone' in recipient)) return { ok: false, fault: onlyNumbers };
  const { phoneNumber, messagingServiceSid, webhookUrl } = sending;
  const statusCallback = new URL(webhookUrl);
  statusCallback.searchParams.set(attemptParameter, attemptKey);
  statusCallback.hash = askForRetries;
  return {
    ok: true,
    form: new URLSearchParams({
      To: toAddress(recipient.phone),
      From: toAddress(phoneNumber),
      ...(messagingServiceSid ? { MessagingServiceSid: messagingServiceSid } : {}),
      ...formOf(content, references),
      StatusCallback: statusCallback.href,
    }),
  };
}

/** What Twilio would refuse about the content, or undefined. Pure. */
export function findContentFault(content: SendableContent): ContentFault | undefined {
  return kindOf(content)?.findFault(content) ?? undefined;
}

function formOf(content: SendableContent, references: ProviderReferences): MessageForm {
  return kindOf(content)?.toForm(content, references) ?? {};
}

interface AnyKind {
  readonly findFault: (content: SendableContent) => ContentFault | undefined;
  readonly toForm: (content: SendableContent, references: ProviderReferences) => MessageForm;
}

const notOffered: AnyKind = {
  findFault: ({ kind }) => ({
    path: '',
    details: {
      en: `cannot be sent through Twilio (${kind})`,
      ja: `Twilioでは送信できません（${kind}）`,
    },
    source: 'Twilio, WhatsApp: supported content (2026-11)',
  }),
  toForm: () => ({}),
};

function kindOf({ kind }: SendableContent): AnyKind {
  // The entry found by a content's own kind takes that content; TypeScript cannot follow this through a union.
  const kinds = outboundKinds as Partial<Readonly<Record<OutboundKind, AnyKind>>>;
  return kinds[kind] ?? notOffered;
}

const onlyNumbers: ContentFault = {
  path: '',
  details: {
    en: 'can only be sent to telephone numbers through Twilio',
    ja: 'はTwilioでは電話番号宛てにのみ送信できます',
  },
  source: 'Twilio, WhatsApp: addresses (2026-11)',
};
