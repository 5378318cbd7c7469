import type { Content, MediaContentKind } from '@renkei/contract';
import type { ProviderRefusal } from './port.ts';

/** What a provider's webhook says, in our words: the inbound half of the port that every provider fills. */

/** Who wrote or was written to. Any part may be missing, but not both ids. Usernames identify nobody. */
export interface InboundPerson {
  /** Digits, exactly as the provider wrote them. */
  readonly waId?: string | undefined;
  /** Business-scoped user id. */
  readonly userId?: string | undefined;
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
  | Exclude<Content, { kind: MediaContentKind | 'reaction' | 'template' }>
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
  /** The customer, also of an echo. */
  readonly person: InboundPerson;
  readonly content: ReceivedContent;
  readonly replyToProviderMessageId: string | null;
  readonly forwarded: boolean;
  /** Whether it is something the customer said, so that the customer service window opens and it counts as unread. */
  readonly spoken: boolean;
  readonly identityChange: IdentityChange | null;
}

export interface ReceivedStatus {
  readonly fact: 'status';
  readonly phoneNumberId: string;
  readonly providerMessageId: string;
  readonly status: string;
  /** The recipient, or in a group the participant; '' when the provider names nobody. */
  readonly recipient: string;
  /** Our attempt key, echoed. */
  readonly attemptKey: string | null;
  /** The time of the webhook, which a repeated delivery may change: never part of a key. */
  readonly toldAt: Date;
  readonly refusals: readonly ProviderRefusal[];
  readonly pricing: Readonly<Record<string, unknown>> | null;
}

/** Everything that is neither message nor status: told about an account, a number, a template, or not known yet. */
export interface ReceivedAccountEvent {
  readonly fact: 'account_event';
  readonly field: string;
  readonly event: string | null;
  readonly phoneNumberId: string | null;
  readonly accountId: string;
  /** null: the provider gave no time. */
  readonly occurredAt: Date | null;
  readonly value: unknown;
  /** False: a field that we cannot read yet. */
  readonly known: boolean;
}

export type InboundFact = ReceivedMessage | ReceivedStatus | ReceivedAccountEvent;

export interface InboundReading {
  /** In the order of the body. */
  readonly facts: readonly InboundFact[];
  /** Parts of the body that nothing could be made of, for people: a reason to keep the event in quarantine. */
  readonly problems: readonly string[];
}
