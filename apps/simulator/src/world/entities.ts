/** A Meta business portfolio: shares one messaging limit and one BSUID scope. */
export interface Portfolio {
  readonly id: string;
  readonly name: string;
  readonly verificationStatus: string;
  readonly messagingLimit: string;
}

/** A WhatsApp Business Account. */
export interface Waba {
  readonly id: string;
  readonly portfolioId: string;
  readonly name: string;
  readonly currency: string;
  readonly country: string;
  readonly timezoneId: string;
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
}

/** A system-user token. Without `wabaIds` it may reach every WABA of the world. `expiresAt` in world ms. */
export interface AccessToken {
  readonly token: string;
  readonly appId: string;
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
