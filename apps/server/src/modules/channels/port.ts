/** What a provider of WhatsApp numbers must do for us. Quirks of a provider stay below this port. */
import type { Readable } from 'node:stream';
import type {
  ChannelCheck,
  ChannelCredentials,
  ChannelProvider,
  ErrorCode,
  Localized,
  MediaContentKind,
  Money,
  SendableContent,
} from '@renkei/contract';
import {
  type GraphErrorScope,
  type GraphErrorWait,
  graphErrorScopes,
  graphErrorWaits,
} from '@renkei/graph-api';

export type OutboundKind = SendableContent['kind'];

/**
 * Who gets a message: digits with country code, the provider's own id of a person whose number is hidden, or its id of a
 * group.
 */
export type ProviderRecipient =
  | { readonly phone: string }
  | { readonly userId: string }
  | { readonly groupId: string };

/** What content points at, in the provider's own ids. Only what the kind needs is there. */
export interface ProviderReferences {
  /** Which number at which provider these ids are of. */
  readonly place?: string;
  /** Our id of each file the content names → the provider's. */
  readonly providerMediaIds?: ReadonlyMap<string, string>;
  readonly targetProviderMessageId?: string;
  /** Of templates. */
  readonly providerTemplateId?: string;
  /** Names of the variables in the order of the template, for templates that name them. */
  readonly templateParameterNames?: TemplateParameterNames;
}

export interface TemplateParameterNames {
  readonly header: readonly string[];
  readonly body: readonly string[];
  /** Of the text on each card. */
  readonly cards: readonly (readonly string[])[];
  /** Of the address behind each button; null: it has none. */
  readonly buttons: readonly (string | null)[];
}

export interface ProviderSendRequest {
  readonly recipient: ProviderRecipient;
  readonly content: SendableContent;
  readonly references: ProviderReferences;
  /** The message that is quoted. */
  readonly replyToProviderMessageId: string | null;
  /** Names this attempt; comes back in every status of the message. */
  readonly attemptKey: string;
}

/** A refusal in the provider's words, with what the one table of its codes makes of it. */
export interface ProviderRefusal {
  /** Who refuses, as people call it. Absent: Meta. */
  readonly saidBy?: string;
  readonly code: number;
  readonly subcode: number | null;
  /** The provider's own explanation of this very refusal. */
  readonly details: string;
  readonly title: Localized;
  readonly cause: Localized;
  readonly remedy: Localized;
  readonly action: RefusalAction;
  /** How long what is refused waits; nothing: as `refusalWaits` says for the action. */
  readonly wait?: RefusalWait | undefined;
  /** Who else waits when a number is throttled; nothing: nobody. */
  readonly scope?: RefusalScope | undefined;
  /** Whether the number is to send more slowly from now on. */
  readonly slows?: boolean | undefined;
  readonly area: string;
  readonly source: string;
}

/** `firstMs`, then `factor` times as long after each one in a row. */
export type RefusalWait = GraphErrorWait;
export const refusalWaits = graphErrorWaits;
export const refusalScopes = graphErrorScopes;
/** The number, the numbers of its business account, or those of the app that sends. */
export type RefusalScope = GraphErrorScope;

/** See graph-api's error table, which decides: one table maps each code to one action. */
export const refusalActions = ['retry', 'hold_pair', 'hold_number', 'hold_channel', 'fix', 'never'] as const;
export type RefusalAction = (typeof refusalActions)[number];

/**
 * How one attempt ended. `not_sent` and `rejected` say that the provider certainly did not accept it; `unsure` means that
 * bytes may have been written and no definite answer came. `called`: who was, as people call it; absent: Meta.
 */
export type ProviderSendOutcome =
  | {
      readonly outcome: 'accepted';
      readonly providerMessageId: string;
      readonly usage?: ProviderUsage | undefined;
    }
  | {
      readonly outcome: 'rejected';
      readonly refusal: ProviderRefusal;
      readonly usage?: ProviderUsage | undefined;
    }
  | {
      readonly outcome: 'not_sent';
      readonly reason: NotSentReason;
      readonly details: string;
      readonly called?: string | undefined;
    }
  | { readonly outcome: 'unsure'; readonly details: string };

/** The calls of an app or a business account are nearly used up, whoever they were made for. */
export interface ProviderUsage {
  readonly scope: 'account' | 'app';
  /** From 0 to 1 and above. */
  readonly share: number;
  /** In what time calls are allowed again. */
  readonly regainMs: number;
}

/** `unreachable`: refused, no such host, no route. `tls`: no trusted connection. `invalid`: never left us. */
export type NotSentReason = 'unreachable' | 'tls' | 'invalid';

export interface ProviderNumber {
  readonly displayPhoneNumber: string;
  /** Digits only. */
  readonly phoneNumber: string;
  readonly verifiedName: string | null;
  readonly qualityRating: string | null;
  readonly messagesPerSecond: number;
  /** Whether the number also lives in the WhatsApp Business app. */
  readonly onBusinessApp: boolean;
  /** The business portfolio that owns the account, whose numbers share one messaging limit; nothing: not told. */
  readonly portfolioId?: string | undefined;
  /** How many people the portfolio may begin with in 24 hours, in the provider's words; nothing: not told. */
  readonly messagingLimit?: string | undefined;
  /** When the access token runs out; null: never. Nothing: not told. */
  readonly tokenExpiresAt?: Date | null | undefined;
}

export interface ProviderTemplate {
  readonly providerTemplateId: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly status: string;
  readonly parameterFormat: 'POSITIONAL' | 'NAMED';
  /** The provider's word for why it was refused: INVALID_FORMAT, PROMOTIONAL … */
  readonly rejectedReason: string | null;
  /** GREEN, YELLOW, RED or UNKNOWN. */
  readonly qualityScore: string | null;
  readonly components: readonly ProviderTemplateComponent[];
}

/** A part of a template as the provider describes it. Which keys are there depends on `type`. */
export interface ProviderTemplateComponent {
  /** HEADER, BODY, FOOTER, BUTTONS, CAROUSEL, LIMITED_TIME_OFFER and kinds we do not know yet. */
  readonly type: string;
  /** Of a header: TEXT, IMAGE, VIDEO, DOCUMENT, GIF, LOCATION, PRODUCT. */
  readonly format?: string | undefined;
  readonly text?: string | undefined;
  readonly buttons?: readonly ProviderTemplateButton[] | undefined;
  readonly cards?: readonly { readonly components: readonly ProviderTemplateComponent[] }[] | undefined;
  readonly offer?: { readonly text: string; readonly hasExpiration: boolean } | undefined;
}

export interface ProviderTemplateButton {
  readonly type: string;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
  readonly phoneNumber?: string | undefined;
}

/** A form that opens inside WhatsApp. `status` and `categories` in the provider's words. */
export interface ProviderFlow {
  readonly flowId: string;
  readonly name: string;
  readonly status: string;
  readonly categories: readonly string[];
}

export interface ProviderCatalog {
  readonly catalogId: string;
  readonly name: string;
}

export interface ProviderProduct {
  readonly catalogId: string;
  /** The retailer's own, which messages name. */
  readonly productId: string;
  readonly name: string;
  readonly price: Money | null;
  readonly pictureUrl: string | null;
  /** In the provider's words. */
  readonly availability: string | null;
}

export interface ProviderProductQuery {
  /** Part of a name or of an id. */
  readonly search?: string | undefined;
  /** Only these. */
  readonly productIds?: readonly string[] | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface ProviderProductPage {
  readonly products: readonly ProviderProduct[];
  readonly next: string | null;
}

export interface FetchedMedia {
  readonly stream: Readable;
  readonly mimeType: string;
  readonly sizeBytes: number | null;
  /** Lower-case hex. */
  readonly sha256: string | null;
}

export interface MediaUpload {
  readonly bytes: () => Readable;
  readonly sizeBytes: number;
  readonly mimeType: string;
  readonly fileName: string;
  /** An address under which everybody can fetch the bytes until then, for providers that take no files. */
  readonly publish: () => Promise<{ readonly url: string; readonly expiresAt: Date }>;
}

/** A file that shows a provider's reviewers what a template's header will look like. */
export interface HeaderSample {
  /** Again from there when the connection broke. */
  readonly bytes: (fromByte: number) => Readable;
  readonly sizeBytes: number;
  readonly mimeType: string;
  readonly fileName: string;
}

/**
 * One number at its provider. `send` never throws and never tries twice. The other calls throw `ProviderCallError` when
 * the provider refuses or cannot be reached.
 */
export interface ProviderClient {
  send(request: ProviderSendRequest): Promise<ProviderSendOutcome>;
  /** Marks this and all earlier messages of the chat as read. */
  markRead(providerMessageId: string): Promise<void>;
  /** Shows for up to 25 s that somebody is typing; also marks as read. */
  showTyping(providerMessageId: string): Promise<void>;
  uploadMedia(file: MediaUpload): Promise<{ readonly providerMediaId: string; readonly expiresAt: Date }>;
  fetchMedia(providerMediaId: string): Promise<FetchedMedia>;
  /** Goes on where a broken connection ended. The handle names the sample when a template is created. */
  uploadHeaderSample(file: HeaderSample): Promise<{ readonly handle: string }>;
  readNumber(): Promise<ProviderNumber>;
  /** All templates of the account, whatever their status. */
  listTemplates(): Promise<readonly ProviderTemplate[]>;
  /** Those of the account, newest first. */
  listFlows(): Promise<readonly ProviderFlow[]>;
  /** The catalog the account sells from; null: none is connected. */
  findCatalog(): Promise<ProviderCatalog | null>;
  listProducts(catalogId: string, query: ProviderProductQuery): Promise<ProviderProductPage>;
  /** Lets the provider's webhooks of this number come to us; null: it cannot reach us, only the account is made ready. */
  subscribe(callback: ProviderCallback | null): Promise<void>;
}

/** Where webhooks go, and the secrets of that endpoint. */
export interface ProviderCallback {
  readonly url: string;
  readonly signingSecret: string;
  readonly verifyToken: string;
}

export interface ProviderCredentials {
  /** Whatever the provider takes for it: access token, API key, auth token. */
  readonly accessToken: string;
  /** Proves that the token is used by its own app; null: no proof is given. Some providers' apps demand one. */
  readonly appSecret: string | null;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  /** Digits only. */
  readonly phoneNumber: string;
  readonly settings: ProviderSettings;
  /** Where the webhooks of the number arrive. */
  readonly webhookUrl: string;
}

/** What else a provider has to be told at each call, and is no secret. */
export type ProviderSettings = Readonly<Record<string, string>>;

/** What is kept of the values of a form: ids, the secret to call with, and the secrets of the webhooks. */
export interface ProviderAccount {
  readonly accessToken: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  /** Digits only; empty where the provider tells it. */
  readonly phoneNumber: string;
  readonly settings: ProviderSettings;
  /** Webhooks are proved with it. Numbers with the same two secrets share an endpoint. */
  readonly signingSecret: string;
  readonly verifyToken: string;
}

/** What is wrong with content before anything is sent. */
export interface ContentFault {
  /** Our field, as `buttons[1].title`; empty when it is the content as a whole. */
  readonly path: string;
  /** What is wrong with the field, as the rest of a sentence that begins with it. */
  readonly details: Localized;
  /** Whose rule that is and since when. */
  readonly source: string;
}

/** What is wrong with a file before it is uploaded. */
export type MediaFault =
  | { readonly reason: 'type'; readonly allowed: readonly string[] }
  | { readonly reason: 'size'; readonly maxBytes: number };

/** What a number that also lives in the Business app cannot send. (Meta, "Onboarding Business app users", 2026-03-20) */
export const kindsNotOnBusinessApp = [
  'call_button',
  'call_permission_request',
  'pin',
] as const satisfies readonly OutboundKind[];
export type KindNotOnBusinessApp = (typeof kindsNotOnBusinessApp)[number];

/** What a provider can do, as data. */
export interface ProviderCapabilities {
  /** What can be sent at all. */
  readonly kinds: readonly OutboundKind[];
  /** Whether a message can quote another. Without it a reply goes out unquoted. */
  readonly quotes: boolean;
  /** Whether people whose telephone number is hidden can be written to. */
  readonly hiddenNumbers: boolean;
  /** Whether webhooks are signed with the access token, so that a new one needs another endpoint. */
  readonly tokenSignsWebhooks: boolean;
  /** Whether Flows and products of the account can be listed. */
  readonly library: boolean;
  /** How long after the customer's last message free-form content may be sent. */
  readonly freeFormWindowMs: number;
  readonly markRead: boolean;
  readonly typing: boolean;
  readonly templates: boolean;
  /** What may go to a group; empty: there are no groups. */
  readonly groupKinds: readonly OutboundKind[];
}

/** How a provider is talked about and set up. */
export interface ProviderWords {
  /** As people call it: Meta, 360dialog, Twilio. */
  readonly label: string;
  /** The value of the form that stands for the webhook. */
  readonly webhookField: ChannelCheck['field'];
  /** What that value's check is blamed with. */
  readonly webhookProblem: ErrorCode;
  /** Where a person enters the address of the webhook when the provider cannot reach it by itself. */
  readonly enterWebhook: (url: string) => Localized;
}

export interface Provider {
  readonly name: ChannelProvider;
  readonly words: ProviderWords;
  /** Where it is called: whether it can reach us is judged by it. */
  readonly baseUrl: string;
  readonly capabilities: ProviderCapabilities;
  connect(credentials: ProviderCredentials): ProviderClient;
  /** The account behind checked values. Asks the provider for what they do not say; throws `ProviderCallError`. */
  identify(credentials: ChannelCredentials): Promise<ProviderAccount>;
  /** The values of the form of a channel that gets another token. */
  renew(account: Omit<ProviderAccount, 'accessToken'>, accessToken: string): ChannelCredentials;
  /** What the provider would refuse at once if it were sent now, or undefined. Pure. */
  findContentFault(content: SendableContent, now: Date): ContentFault | undefined;
  /** Whether the provider takes this file as this kind; undefined: it does. Pure. */
  findMediaFault(file: {
    readonly kind: MediaContentKind;
    readonly mimeType: string;
    readonly sizeBytes: number;
  }): MediaFault | undefined;
  /** Judges every value of the form, in the order of the form. */
  checkCredentials(credentials: ChannelCredentials): Promise<readonly ChannelCheck[]>;
  close(): Promise<void>;
}

/** A call of `called` other than `send` that did not succeed. `refusal` is null when no definite answer came. */
export class ProviderCallError extends Error {
  override readonly name = 'ProviderCallError';
  readonly refusal: ProviderRefusal | null;
  readonly called: string;

  constructor(message: string, refusal: ProviderRefusal | null, cause?: unknown, called = 'Meta') {
    super(message, { cause });
    this.refusal = refusal;
    this.called = called;
  }
}
