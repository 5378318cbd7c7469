import type { ResellerAccount } from './resellers/reseller-account.ts';

/** A Meta business portfolio: shares one messaging limit and one BSUID scope. */
export interface Portfolio {
  readonly id: string;
  readonly name: string;
  readonly verificationStatus: string;
  readonly messagingLimit: string;
}

/** What Meta forbids an account for a while, as in `account_update.restriction_info`. */
export interface Restriction {
  readonly type: string;
  readonly expiresAt?: number | undefined;
}

/** A connected catalogue; a product is known by its retailer id. */
export interface Catalog {
  readonly id: string;
  readonly name: string;
  readonly products: readonly Product[];
}

export interface Product {
  readonly retailerId: string;
  readonly name: string;
  readonly priceMicros: number;
  readonly currency: string;
}

/** A WhatsApp Business Account. */
export interface Waba {
  readonly id: string;
  readonly portfolioId: string;
  readonly name: string;
  readonly currency: string;
  readonly country: string;
  readonly timezoneId: string;
  /** Disabled for breaking the policy: every send is refused with 131031. */
  readonly isDisabled?: boolean | undefined;
  readonly restrictions?: readonly Restriction[] | undefined;
  /** No valid payment method: what would be charged fails with 131042. */
  readonly isPaymentMissing?: boolean | undefined;
  /** Countries this account may not message (130497), beside those nobody may. */
  readonly blockedCountries?: readonly string[] | undefined;
  readonly catalog?: Catalog | undefined;
  /** Codes to other countries are charged as authentication-international where there is such a rate. */
  readonly hasInternationalCodeRates?: boolean | undefined;
  readonly marketingMessagesStatus?: 'INELIGIBLE' | 'ELIGIBLE' | 'ONBOARDED' | undefined;
  /** Marketing templates only by the Marketing Messages API: 131063 elsewhere. */
  readonly isMarketingOffOnCloudApi?: boolean | undefined;
  /** What pays for it when a partner's credit line does. */
  readonly fundingId?: string | undefined;
  /** Template insights, once switched on never off again. */
  readonly insightsEnabled?: boolean | undefined;
}

/** A business phone number. `digits` is what webhooks print, `displayPhoneNumber` what GET answers. */
export interface PhoneNumber {
  readonly id: string;
  readonly wabaId: string;
  readonly displayPhoneNumber: string;
  readonly digits: string;
  readonly verifiedName: string;
  readonly qualityRating: string;
  readonly nameStatus: string;
  readonly codeVerificationStatus: string;
  readonly status: string;
  readonly throughputLevel: string;
  readonly accountMode: string;
  readonly registered: boolean;
  readonly onBusinessApp: boolean;
  readonly lastOnboardedAt: number;
  readonly overrideCallbackUrl?: string | undefined;
  /** An official business account, with the blue tick; groups need one. */
  readonly isOfficial?: boolean | undefined;
  /** Set for test numbers: the only recipients they may send to (131030). */
  readonly testRecipients?: readonly string[] | undefined;
  /** Its throughput is being upgraded until then (world ms): 131057. */
  readonly maintenanceUntil?: number | undefined;
  readonly deletedAt?: number | undefined;
  /** The account at a reseller where it lives; undefined: with Meta itself. */
  readonly resellerAppId?: string | undefined;
  /** Chosen among the pre-verified numbers of a partner. */
  readonly isPreverified?: boolean | undefined;
}

/** A Meta app: signs what it is sent with `secret`, subscribes fields at `callbackUrl`. */
export interface App {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly verifyToken?: string | undefined;
  readonly callbackUrl?: string | undefined;
  readonly fields: readonly string[];
  readonly webhookVersion: string;
  readonly requireAppSecretProof: boolean;
  /** Set where this stands for an account at a company that rents numbers out. */
  readonly reseller?: ResellerAccount | undefined;
}

/**
 * The token of a system user, or of a person (USER). Without `wabaIds` it may reach every WABA of the world.
 * `expiresAt` in world ms.
 */
export interface AccessToken {
  readonly token: string;
  readonly appId: string;
  readonly kind?: 'SYSTEM_USER' | 'USER' | undefined;
  readonly userId?: string | undefined;
  readonly wabaIds?: readonly string[] | undefined;
  readonly scopes: readonly string[];
  readonly issuedAt: number;
  readonly expiresAt?: number | undefined;
}

/** One app listening to one WABA (`/{waba}/subscribed_apps`). */
export interface Subscription {
  readonly appId: string;
  readonly wabaId: string;
  readonly overrideCallbackUrl?: string | undefined;
}

/** A person with WhatsApp. `failCode` makes every message to them fail by webhook with that code. */
export interface Customer {
  readonly waId: string;
  readonly name: string;
  readonly userId: string;
  readonly username?: string | undefined;
  readonly phoneHidden: boolean;
  readonly online: boolean;
  readonly undeliverable: boolean;
  readonly blocked: boolean;
  readonly readReceipts: boolean;
  readonly failCode?: number | undefined;
  /** Changes when the person sets WhatsApp up anew; a send that asks for another one fails with 137000. */
  readonly identityKeyHash?: string | undefined;
}

export type JsonObject = { readonly [key: string]: unknown };

/** A message template as `GET /{waba}/message_templates` shows it. */
export interface Template {
  readonly id: string;
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly status: string;
  readonly parameterFormat: 'POSITIONAL' | 'NAMED';
  readonly components: readonly JsonObject[];
  /** World ms; missing on templates that have always been there. */
  readonly createdAt?: number | undefined;
  readonly quality?: { readonly score: QualityScore; readonly at: number } | undefined;
  readonly rejectedReason?: string | undefined;
  readonly previousCategory?: string | undefined;
  /** The category Meta will give it at the end of the notice. */
  readonly correctCategory?: string | undefined;
  readonly ttlSeconds?: number | undefined;
  readonly isLinkTrackingOff?: boolean | undefined;
  readonly libraryName?: string | undefined;
  /** Edits while it was approved: one a day, ten in 30 days. World ms. */
  readonly editedAt?: readonly number[] | undefined;
  readonly pauseCount?: number | undefined;
  readonly archivedAt?: number | undefined;
  /** The version people get while an edit is under review. */
  readonly live?: Pick<Template, 'components' | 'parameterFormat'> | undefined;
  /** New templates go out in portions until Meta has seen how people take the first one. */
  readonly pacing?: Pacing | undefined;
}

export type QualityScore = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';

export interface Pacing {
  readonly state: 'sending' | 'released' | 'stopped';
  readonly sentCount: number;
}

/** A stored file. Bytes lie beside the journal under their hash; `expiresAt` in world ms. */
export interface Media {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly mimeType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** A WebP that moves: such stickers may be larger. */
  readonly animated: boolean;
  readonly filename?: string | undefined;
  readonly origin: 'business' | 'customer' | 'link';
  readonly expiresAt: number;
}
