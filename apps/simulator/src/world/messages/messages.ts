import type { MediaKind } from '@renkei/graph-api';
import type { JsonObject } from '../entities.ts';

/** Where a message of the business stands. `failed` is final; the others only move to the right. */
export const statusOrder = ['accepted', 'sent', 'delivered', 'read', 'played'] as const;
export type MessageStatus = (typeof statusOrder)[number] | 'failed';

/** What a message counts as: `service` for everything without a template. */
export type SendCategory = 'service' | 'utility' | 'marketing' | 'authentication';

/** `pricing` of a status webhook (cloud-api: Meta's pricing page, 2026-10-01 rules). */
export interface Pricing {
  readonly billable: boolean;
  readonly pricing_model: 'PMP' | 'CBP';
  readonly type?: 'regular' | 'free_customer_service' | 'free_entry_point' | 'free_group_customer_service';
  readonly category: string;
}

/** An error object as status webhooks carry it. */
export interface StatusError {
  readonly code: number;
  readonly title: string;
  readonly message: string;
  readonly error_data: { readonly details: string };
  readonly href: string;
}

/** A message the business sent: what was accepted, and how it was decided to end. Times in world ms. */
export interface OutboundMessage {
  readonly direction: 'outbound';
  readonly id: string;
  readonly phoneNumberId: string;
  /** Digits the message goes to; for a BSUID send the number behind it, if the world knows one. */
  readonly waId: string;
  /** Whether the request named a phone number or a business-scoped user id. */
  readonly addressedAs: 'phone' | 'userId' | 'group';
  readonly type: string;
  /** The object (or array) that stands under the key named by `type`. */
  readonly content: unknown;
  /** Addresses of media that Meta fetches on sending. */
  readonly links: readonly { readonly kind: MediaKind; readonly link: string }[];
  readonly contextId?: string | undefined;
  readonly at: number;
  readonly callbackData?: string | undefined;
  readonly pricing: Pricing;
  /** What it counts as, whatever it costs. */
  readonly category: SendCategory;
  readonly templateId?: string | undefined;
  /** The template Meta made of content sent without one. */
  readonly madeTemplateId?: string | undefined;
  /** An undelivered message is dropped then, silently (world ms). */
  readonly expiresAt: number;
  /** Held until Meta has seen how people take the first ones. */
  readonly held?: boolean | undefined;
  readonly freeEntryUntil?: number | undefined;
  /** True when it starts with a user outside their window: counts against the messaging limit. */
  readonly startsConversation: boolean;
  /** The code with which this message will fail by webhook, decided on acceptance. */
  readonly failCode?: number | undefined;
  /** The account at a reseller that sent it; it hears of its statuses, at this address. */
  readonly resellerAppId?: string | undefined;
  readonly statusCallback?: string | undefined;
  /** Waits at the reseller until then (world ms). */
  readonly queuedUntil?: number | undefined;
  /** The request body, kept for the ledger. */
  readonly request: JsonObject;
}

/** A message a customer sent. */
export interface InboundMessage {
  readonly direction: 'inbound';
  readonly id: string;
  readonly phoneNumberId: string;
  readonly waId: string;
  /** Written in a group: its chat, and its window, is the group's. */
  readonly groupId?: string | undefined;
  readonly type: string;
  /** The object (or array) that stands under the key named by `type`. */
  readonly content: unknown;
  readonly contextId?: string | undefined;
  /** Further keys of Meta's message object, such as `referral` or `errors`. */
  readonly extra?: JsonObject | undefined;
  /** True when the phone shows no bubble for it: it changes another message, or asks for a welcome. */
  readonly silent?: boolean | undefined;
  readonly at: number;
}

export interface OutboundState {
  readonly message: OutboundMessage;
  status: MessageStatus;
  readonly statusTimes: Partial<Record<MessageStatus, number>>;
  errors?: readonly StatusError[];
  /** Held messages that may go out by now, or were dropped. */
  released?: boolean;
  /** Never reached a phone in its time: nothing is told of it any more. */
  expired?: boolean;
  /** In a group, how far it has come with each participant. */
  participants?: { [waId: string]: MessageStatus };
  /** The media fetched for each link. */
  readonly linkMedia: Map<string, string>;
}

export interface InboundState {
  readonly message: InboundMessage;
  /** True once every subscribed app answered 200 for it. */
  arrived: boolean;
  readByBusiness: boolean;
}

export type MessageState = OutboundState | InboundState;
