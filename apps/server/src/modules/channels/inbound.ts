import type { AccountEventTold, ContentOf, MediaContentKind, Message, Referral } from '@renkei/contract';
import type { ProviderRefusal } from './port.ts';

/** What a provider's webhook says, in our words: the inbound half of the port that every provider fills. */

/** Who wrote or was written to: a person or a group. Any part may be missing, but not all ids. Usernames identify nobody. */
export interface InboundPerson {
  /** Digits, exactly as the provider wrote them. */
  readonly waId?: string | undefined;
  /** Business-scoped user id. */
  readonly userId?: string | undefined;
  /** The provider's id of a group; it then stands alone. */
  readonly groupId?: string | undefined;
  /** Of a group: its subject. */
  readonly profileName?: string | undefined;
  readonly username?: string | undefined;
}

/** A file the provider still holds. */
export interface ReceivedMedia {
  readonly kind: MediaContentKind;
  readonly providerMediaId: string;
  readonly mimeType: string;
  readonly fileName?: string | undefined;
  readonly caption?: string | undefined;
  readonly voice?: boolean | undefined;
  readonly animated?: boolean | undefined;
}

export interface ReceivedReaction {
  readonly kind: 'reaction';
  readonly targetProviderMessageId: string;
  /** null: taken back. */
  readonly emoji: string | null;
}

/** Content as it arrives: ids are still the provider's. */
export type ReceivedContent =
  | ContentOf<
      | 'text'
      | 'location'
      | 'contacts'
      | 'interactive_reply'
      | 'flow_reply'
      | 'address_reply'
      | 'call_permission_reply'
      | 'payment_method_reply'
      | 'order'
      | 'welcome_request'
      | 'system'
      | 'unsupported'
    >
  | ReceivedMedia
  | ReceivedReaction;

/** The same person under other ids. */
export interface IdentityChange {
  readonly previous: InboundPerson;
  readonly next: InboundPerson;
}

export interface ReceivedMessage {
  readonly fact: 'message';
  readonly phoneNumberId: string;
  /** `echo`: typed by the business itself on its phone. */
  readonly direction: 'inbound' | 'echo';
  readonly providerMessageId: string;
  /** The provider's time, in whole seconds. */
  readonly sentAt: Date;
  /** The customer or the group, also of an echo. */
  readonly person: InboundPerson;
  /** Who of the group wrote it; null outside of groups and for echoes. */
  readonly participant: InboundPerson | null;
  readonly content: ReceivedContent;
  readonly replyToProviderMessageId: string | null;
  readonly forwarded: Message['forwarded'];
  readonly referral: Referral | null;
  readonly referredProduct: Message['referredProduct'];
  /** Whether it is something the customer said, so that the customer service window opens and it counts as unread. */
  readonly spoken: boolean;
  readonly identityChange: IdentityChange | null;
}

/** What its sender did to an earlier message. It opens no window and is not unread. */
export interface ReceivedRevision {
  readonly fact: 'revision';
  readonly phoneNumberId: string;
  readonly direction: ReceivedMessage['direction'];
  /** Of the change itself. */
  readonly providerMessageId: string;
  readonly targetProviderMessageId: string;
  readonly revisedAt: Date;
  /** The new text or caption; null: taken back. */
  readonly text: string | null;
}

/** One thing told about a voice call. Several make up the call, in whatever order they come. */
export interface ReceivedCall {
  readonly fact: 'call';
  readonly phoneNumberId: string;
  readonly callId: string;
  readonly person: InboundPerson;
  readonly calledBy: ContentOf<'call'>['calledBy'];
  readonly outcome: ContentOf<'call'>['outcome'];
  readonly durationMs: number | null;
  readonly toldAt: Date;
  /** When the customer's part of it opened the customer service window; null: it did not. */
  readonly opensWindowAt: Date | null;
}

export interface ReceivedStatus {
  readonly fact: 'status';
  readonly phoneNumberId: string;
  readonly providerMessageId: string;
  readonly status: string;
  /** The recipient, or in a group the participant; '' when the provider names nobody. */
  readonly recipient: string;
  /** The group that the message was sent to. */
  readonly groupId: string | null;
  /** Our attempt key, echoed. */
  readonly attemptKey: string | null;
  /** The time of the webhook, which a repeated delivery may change: never part of a key. */
  readonly toldAt: Date;
  readonly refusals: readonly ProviderRefusal[];
  readonly pricing: Readonly<Record<string, unknown>> | null;
}

/** A person or group told of outside of any message: another name, other ids. */
export interface ReceivedSighting {
  readonly fact: 'sighting';
  readonly phoneNumberId: string;
  readonly person: InboundPerson;
  readonly previous: InboundPerson | null;
  readonly seenAt: Date;
}

/** What a person decided in WhatsApp about messages of a category. */
export interface ReceivedPreference {
  readonly fact: 'preference';
  readonly phoneNumberId: string;
  readonly person: InboundPerson;
  readonly category: string;
  readonly choice: 'stop' | 'resume' | 'signup';
  readonly decidedAt: Date;
}

/** Everything that is told about an account, a number, a template, or not known yet. */
export interface ReceivedAccountEvent {
  readonly fact: 'account_event';
  readonly field: string;
  readonly event: string | null;
  readonly phoneNumberId: string | null;
  readonly accountId: string;
  /** null: the provider gave no time. */
  readonly occurredAt: Date | null;
  readonly value: unknown;
  /** What it means, in our words; null: a field or event that has no meaning for us yet. */
  readonly told: AccountEventTold | null;
  /** Digits of the number that it is about, where the provider gives no id of it. */
  readonly phoneNumber: string | null;
  /** False: a field that we cannot read yet. */
  readonly known: boolean;
}

/** What a template is from now on; what is not told is null. Nothing told: its words have changed. */
export interface ReceivedTemplateChange {
  readonly fact: 'template';
  readonly phoneNumberId: null;
  readonly accountId: string;
  readonly providerTemplateId: string;
  readonly name: string;
  readonly language: string;
  readonly status: string | null;
  readonly statusReason: string | null;
  readonly category: string | null;
  readonly quality: string | null;
  /** null: the provider gave no time. */
  readonly toldAt: Date | null;
}

/** What a number is from now on; what is not told is null. */
export interface ReceivedNumberChange {
  readonly fact: 'number';
  readonly phoneNumberId: null;
  readonly accountId: string;
  /** Digits; null: every number of the account. */
  readonly phoneNumber: string | null;
  readonly quality: string | null;
  readonly messagingLimit: string | null;
  readonly nameStatus: string | null;
  readonly messagesPerSecond: number | null;
}

export type InboundFact =
  | ReceivedMessage
  | ReceivedRevision
  | ReceivedCall
  | ReceivedStatus
  | ReceivedSighting
  | ReceivedPreference
  | ReceivedTemplateChange
  | ReceivedNumberChange
  | ReceivedAccountEvent;

export interface InboundReading {
  /** In the order of the body. */
  readonly facts: readonly InboundFact[];
  /** Parts of the body that nothing could be made of, for people: a reason to keep the event in quarantine. */
  readonly problems: readonly string[];
}
