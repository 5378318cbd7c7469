import type { Content, Message, SendableContent, SendPurpose } from '@renkei/contract';
import type { AuditEntry, Channels } from '#modules/channels';
import type { Consent } from '#modules/consent';
import type { Contacts } from '#modules/contacts';
import type { Templates } from '#modules/templates';
import type { TenantTransaction } from '#platform/database';
import type { Platform } from '#platform/module';
import type { SendOrigin } from '../gate/facts.ts';
import type { SendStore } from '../send-store.ts';

/** A message that has just got its id at the provider. */
export interface SentMessage {
  readonly messageId: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly providerMessageId: string;
}

/** What sending needs of the modules beside it. */
export interface OutboundNeeds {
  readonly channels: Channels;
  readonly templates: Templates;
  readonly media: {
    /** By id; files that do not exist are left out. */
    factsForSend(
      transaction: TenantTransaction,
      mediaIds: readonly string[],
    ): Promise<
      ReadonlyMap<
        string,
        {
          readonly kind: string;
          readonly mimeType: string;
          readonly sizeBytes: number | null;
          readonly state: 'pending' | 'stored' | 'failed';
          readonly fileName: string | null;
        }
      >
    >;
    /** Uploads the file to the number's provider when it is not there yet. */
    provideForSend(
      workspaceId: string,
      channelId: string,
      mediaId: string,
    ): Promise<{ readonly providerMediaId: string; readonly place: string }>;
  };
  readonly contacts: {
    /** Whom sightings are, in their order; makes who is not known. */
    resolve(
      transaction: TenantTransaction,
      sightings: readonly {
        readonly phone: string | undefined;
        readonly userId: string | undefined;
        readonly seenAt: Date;
      }[],
    ): Promise<{ readonly contactIds: readonly string[] }>;
    readonly preferences: Contacts['preferences'];
  };
  readonly consent: Pick<Consent, 'settings' | 'states' | 'suppressions' | 'takeRefusals'>;
  /** One conversation of each contact and channel, made when missing; ids in their order. Phones are digits. */
  readonly ensureConversations: (
    transaction: TenantTransaction,
    conversations: readonly {
      readonly channelId: string;
      readonly contactId: string;
      readonly recipientPhone?: string | undefined;
      readonly recipientUserId?: string | undefined;
    }[],
  ) => Promise<readonly string[]>;
  /** Statuses may come before our own answer: applies those that wait for these ids. */
  readonly mergeStoredStatuses: (
    transaction: TenantTransaction,
    messages: readonly SentMessage[],
  ) => Promise<void>;
  readonly previewOf: (content: Content) => string;
  readonly viewMessages: (
    transaction: TenantTransaction,
    messageIds: readonly string[],
  ) => Promise<readonly Message[]>;
  readonly recordAudit: (transaction: TenantTransaction, entry: AuditEntry) => Promise<void>;
  /** How far the intake of webhooks is behind; null when nobody knows. */
  readonly intakeLagMs: () => Promise<number | null>;
}

export interface OutboundContext extends OutboundNeeds {
  readonly platform: Platform;
  readonly store: SendStore;
}

/** A send as the inbox, the API and later campaigns ask for it. */
export interface SendRequest {
  readonly conversationId: string;
  readonly content: SendableContent;
  readonly replyToMessageId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly senderMemberId: string | null;
  readonly origin: SendOrigin;
  /** Not before; undefined: as soon as possible. */
  readonly sendAt?: Date | undefined;
  /** Not after; undefined: the end of the window, or ten hours. Never later than those. */
  readonly deadlineAt?: Date | undefined;
  /** The batch it was queued with. */
  readonly batchId?: string | undefined;
  /** Later messages of the conversation wait until this one is delivered. */
  readonly waitsForDelivery?: boolean | undefined;
}

export type { SendOrigin, SendPurpose };
