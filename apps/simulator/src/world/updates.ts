import type { JsonObject } from './entities.ts';
import type { MessageStatus } from './messages/messages.ts';

/** What a webhook is about. `appId` narrows a portfolio's webhook to one app, as `PARTNER_*` events are. */
export type WebhookScope =
  | {
      readonly phoneNumberId: string;
      readonly waId?: string | undefined;
      /** Of messages: what they are, and who has sent them for the business. */
      readonly direction?: 'inbound' | 'outbound';
      readonly type?: string;
      readonly resellerAppId?: string | undefined;
      readonly statusCallback?: string | undefined;
    }
  | { readonly wabaId: string }
  | { readonly portfolioId: string; readonly appId?: string | undefined };

/** An inbound message to be told of; the body is built when it is sent. */
export interface InboundUpdate {
  readonly id: string;
  readonly kind: 'inbound';
  readonly messageId: string;
}

/** A message of the business has a new status. `at` in world ms, like every time here. */
export interface StatusUpdate {
  readonly id: string;
  readonly kind: 'status';
  readonly messageId: string;
  readonly status: MessageStatus;
  readonly at: number;
  /** In a group: whose phone it is about. */
  readonly participant?: string | undefined;
}

/** Any other webhook field, its value as it stands on the wire. */
export interface FieldUpdate {
  readonly id: string;
  readonly kind: 'field';
  readonly field: string;
  readonly value: JsonObject;
  readonly scope: WebhookScope;
  readonly at: number;
}

/** One thing that should be told to the subscribed apps. */
export type Update = InboundUpdate | StatusUpdate | FieldUpdate;

/** A webhook body on its way to one app. */
export interface Webhook {
  readonly id: string;
  readonly appId: string;
  readonly url: string;
  readonly body: string;
  readonly updateIds: readonly string[];
  /** Inbound messages the body tells of: they have arrived once it is delivered. */
  readonly messageIds: readonly string[];
  readonly at: number;
}

export interface WebhookAttempt {
  readonly at: number;
  readonly outcome: 'answered' | 'unreachable' | 'timeout' | 'dropped';
  readonly httpStatus?: number | undefined;
  readonly detail?: string | undefined;
  readonly durationMs: number;
  /** True for an extra delivery made by the duplicate fault. */
  readonly duplicate?: boolean | undefined;
}

/** A webhook body and what became of it so far. */
export interface WebhookState {
  readonly webhook: Webhook;
  readonly attempts: WebhookAttempt[];
  outcome: 'pending' | 'delivered' | 'expired';
}
