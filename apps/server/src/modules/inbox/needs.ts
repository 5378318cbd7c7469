import type { Message, MessageDetails } from '@renkei/contract';
import type { Recipient } from '#modules/contacts';
import type { TenantTransaction } from '#platform/database';
import type { Platform, Principal } from '#platform/module';

/** What the inbox asks of the modules before it. */
export interface InboxNeeds {
  readonly platform: Platform;
  readonly recordAudit: (
    transaction: TenantTransaction,
    entry: {
      readonly principal: Principal;
      readonly action: string;
      readonly subjectId: string;
      readonly detail: Readonly<Record<string, unknown>>;
    },
  ) => Promise<void>;
  /** False for removed members too. */
  readonly isActiveMember: (transaction: TenantTransaction, memberId: string) => Promise<boolean>;
  readonly findChannel: (
    transaction: TenantTransaction,
    channelId: string,
  ) => Promise<{ readonly id: string; readonly phoneNumber: string } | undefined>;
  readonly findOrCreateContact: (
    transaction: TenantTransaction,
    recipient: Recipient,
    name: string | undefined,
  ) => Promise<string>;
  /** In their order. */
  readonly ensureConversations: (
    transaction: TenantTransaction,
    places: readonly {
      readonly channelId: string;
      readonly contactId: string;
      readonly recipientPhone?: string;
      readonly recipientUserId?: string;
    }[],
  ) => Promise<readonly string[]>;
  readonly changeConversation: (
    transaction: TenantTransaction,
    conversationId: string,
    change: { readonly assigneeId?: string | null; readonly state?: 'open' | 'closed' },
  ) => Promise<void>;
  readonly listMessages: (
    transaction: TenantTransaction,
    page: {
      readonly conversationId: string;
      readonly cursor?: string | undefined;
      readonly limit?: number | undefined;
    },
  ) => Promise<{ readonly items: Message[]; readonly nextCursor: string | null }>;
  readonly viewMessages: (
    transaction: TenantTransaction,
    ids: readonly string[],
  ) => Promise<readonly Message[]>;
  readonly viewMessageDetails: (
    transaction: TenantTransaction,
    id: string,
  ) => Promise<MessageDetails | undefined>;
}
