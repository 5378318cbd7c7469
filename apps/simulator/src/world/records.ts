import type {
  AccessToken,
  App,
  Customer,
  Media,
  PhoneNumber,
  Portfolio,
  Subscription,
  Template,
  Waba,
} from './entities.ts';
import type { InboundMessage, MessageStatus, OutboundMessage, StatusError } from './messages/messages.ts';
import type { Settings } from './settings.ts';

/** One thing that should be told to the subscribed apps; the body is built when it is sent. */
export type Update =
  | { readonly id: string; readonly kind: 'inbound'; readonly messageId: string }
  | {
      readonly id: string;
      readonly kind: 'status';
      readonly messageId: string;
      readonly status: MessageStatus;
      readonly at: number;
    };

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

export interface Entities {
  readonly portfolios?: readonly Portfolio[];
  readonly wabas?: readonly Waba[];
  readonly phoneNumbers?: readonly PhoneNumber[];
  readonly apps?: readonly App[];
  readonly tokens?: readonly AccessToken[];
  readonly customers?: readonly Customer[];
  readonly templates?: readonly Template[];
  readonly subscriptions?: readonly Subscription[];
}

/** Everything that can happen to the world. The journal is a list of these; the world is their fold. */
export type WorldRecord =
  | { readonly kind: 'entities'; readonly entities: Entities }
  | { readonly kind: 'unsubscribed'; readonly appId: string; readonly wabaId: string }
  | { readonly kind: 'clock'; readonly offsetMs: number; readonly frozenAt?: number | undefined }
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'accepted'; readonly message: OutboundMessage }
  | {
      readonly kind: 'status';
      readonly update: Extract<Update, { kind: 'status' }>;
      readonly errors?: readonly StatusError[] | undefined;
    }
  | { readonly kind: 'inbound'; readonly message: InboundMessage; readonly updateId: string }
  | { readonly kind: 'business-read'; readonly messageId: string }
  | {
      readonly kind: 'link-fetched';
      readonly messageId: string;
      readonly link: string;
      readonly media: Media;
    }
  | {
      readonly kind: 'chat-opened';
      readonly phoneNumberId: string;
      readonly waId: string;
      readonly seenIds: readonly string[];
    }
  | { readonly kind: 'media'; readonly media: Media }
  | { readonly kind: 'media-removed'; readonly mediaId: string }
  | { readonly kind: 'webhook'; readonly webhook: Webhook }
  | { readonly kind: 'attempt'; readonly webhookId: string; readonly attempt: WebhookAttempt }
  | { readonly kind: 'webhook-ended'; readonly webhookId: string; readonly outcome: 'delivered' | 'expired' };

export type RecordOf<Kind extends WorldRecord['kind']> = Extract<WorldRecord, { kind: Kind }>;
