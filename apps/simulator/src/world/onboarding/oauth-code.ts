/** What a person who finishes Embedded Signup gives to an app: exchanged once, within 30 seconds, for a business token. */
export interface OAuthCode {
  readonly code: string;
  readonly appId: string;
  readonly wabaIds: readonly string[];
  readonly scopes: readonly string[];
  /** Where the dialog sent the person; the exchange must repeat it. Missing for codes of the JavaScript SDK. */
  readonly redirectUri?: string | undefined;
  /** World ms. */
  readonly issuedAt: number;
  readonly isUsed: boolean;
}
