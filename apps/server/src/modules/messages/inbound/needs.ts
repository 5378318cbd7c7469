import type { Confirmation, Consent } from '#modules/consent';
import type { ContactMerge, Contacts } from '#modules/contacts';
import type { MediaService } from '#modules/media';
import type { TenantTransaction } from '#platform/database';
import type { Platform } from '#platform/module';

/** A call to the provider that a status speaks of. */
export interface KnownAttempt {
  readonly messageId: string;
  /** null while the provider's own answer has not come. */
  readonly providerMessageId: string | null;
}

/** What the inbound half asks of the sending half. */
export interface SendEvidence {
  findMessagesByAttemptKeys(
    transaction: TenantTransaction,
    attemptKeys: readonly string[],
  ): Promise<ReadonlyMap<string, KnownAttempt>>;
  /** A status has come for these: the provider accepted them, whatever became of its answer. */
  confirmAttempts(
    transaction: TenantTransaction,
    attempts: readonly { readonly attemptKey: string; readonly providerMessageId: string }[],
  ): Promise<void>;
  /** These have been delivered, or will never be: what waits for that may go. */
  endWaiting(transaction: TenantTransaction, messageIds: readonly string[]): Promise<void>;
  /** How many messages came in, by channel: they use up the rate of the number as well. */
  countReceived(transaction: TenantTransaction, counts: ReadonlyMap<string, number>): Promise<void>;
}

export interface ConversationMerge {
  readonly from: string;
  readonly into: string;
}

export interface InboundNeeds {
  readonly platform: Platform;
  readonly contacts: Pick<Contacts, 'resolve' | 'recordPreferences'>;
  readonly consent: Pick<Consent, 'takeReplies' | 'takePreferences' | 'takeRefusals' | 'move'>;
  /** Answers a keyword, where it may. */
  readonly confirmConsent: (transaction: TenantTransaction, confirmation: Confirmation) => Promise<void>;
  readonly media: Pick<MediaService, 'expectFromProvider'>;
  readonly evidence: SendEvidence;
  /** Whoever keeps something by conversation moves it here; the rows of messages and reactions are moved already. */
  readonly onConversationsMerged: (
    transaction: TenantTransaction,
    merges: readonly ConversationMerge[],
  ) => Promise<void>;
}

export type { ContactMerge };
