import type { ChannelState, MessageState, Problem, SendableContent } from '@renkei/contract';
import type { ProviderRefusal } from '#modules/channels';
import type { RateState } from '../../dispatcher/rules/rates.ts';
import type { SendOrigin, SendPurpose } from '../../outbound/needs.ts';

/** What the simulated PostgreSQL has: the columns of each table that sending and merging look at. */
export interface Rows {
  readonly channels: ChannelRow;
  readonly conversations: ConversationRow;
  readonly messages: MessageRow;
  readonly outbox: OutboxRow;
  readonly attempts: AttemptRow;
  readonly statuses: StatusRow;
  readonly rates: RateState;
  readonly leases: LeaseRow;
  readonly stops: StopRow;
}

export type TableName = keyof Rows;
export const tableNames = [
  'channels',
  'conversations',
  'messages',
  'outbox',
  'attempts',
  'statuses',
  'rates',
  'leases',
  'stops',
] as const satisfies readonly TableName[];

export interface ChannelRow {
  readonly id: string;
  readonly phoneNumber: string;
  readonly state: ChannelState;
  readonly problem: Problem | null;
  readonly credentialsVersion: string;
  readonly messagesPerSecond: number;
}

export interface ConversationRow {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly recipientPhone: string;
  readonly lastInboundAt: Date | null;
  readonly windowClosesAt: Date | null;
  readonly lastMessageId: string | null;
}

export interface MessageRow {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly content: SendableContent;
  readonly state: MessageState;
  readonly failure: Problem | null;
  readonly providerMessageId: string | null;
  readonly idempotencyKey: string | null;
  readonly origin: SendOrigin | null;
  readonly purpose: SendPurpose | null;
  readonly waitsForDelivery: boolean;
  readonly shownAt: Date;
  /** How often a person has queued it again. */
  readonly resends: number;
}

export interface OutboxRow {
  readonly messageId: string;
  readonly channelId: string;
  readonly conversationId: string;
  readonly recipient: string;
  readonly state: 'scheduled' | 'queued' | 'claimed' | 'dispatched' | 'unsure' | 'awaiting';
  readonly position: number;
  readonly notBefore: Date;
  readonly deadlineAt: Date;
  readonly notAfter: Date | null;
  readonly priority: number;
  readonly attempts: number;
  readonly attemptKey: string | null;
  readonly fence: string;
  readonly unsureSince: Date | null;
  /** Others of the conversation may pass it until `notBefore`. */
  readonly yields: boolean;
  readonly waitsForDelivery: boolean;
  readonly acceptedAt: Date | null;
}

export interface AttemptRow {
  readonly attemptKey: string;
  readonly messageId: string;
  readonly channelId: string;
  readonly state: 'dispatched' | 'accepted' | 'rejected' | 'unsure';
  readonly providerMessageId: string | null;
  readonly dispatchedAt: Date;
}

export interface StatusRow {
  readonly channelId: string;
  readonly providerMessageId: string;
  readonly status: string;
  readonly recipient: string;
  readonly refusals: readonly ProviderRefusal[];
  readonly toldAt: Date;
}

export interface LeaseRow {
  readonly channelId: string;
  readonly owner: string;
  readonly fence: string;
  readonly untilMs: number;
}

/** A customer has asked for everything to stop; by contact. */
export interface StopRow {
  readonly contactId: string;
  readonly at: Date;
}
