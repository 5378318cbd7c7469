/** An account at a company that rents numbers out: its webhooks go to that account, in that company's own way. */
export type ResellerAccount = Dialog360Channel | TwilioAccount;

/** One number at 360dialog, known by its key. */
export interface Dialog360Channel {
  readonly kind: 'dialog360';
  readonly apiKey: string;
  readonly phoneNumberId: string;
  /** Sent along with every webhook. */
  readonly webhookHeaders: Readonly<Record<string, string>>;
  /** Signs webhooks when the customer is a partner. */
  readonly platformSecret?: string | undefined;
}

export interface TwilioAccount {
  readonly kind: 'twilio';
  readonly accountSid: string;
  readonly authToken: string;
  readonly messagingServiceSid?: string | undefined;
  readonly senders: readonly TwilioSender[];
}

/** A WhatsApp number of the account. */
export interface TwilioSender {
  readonly sid: string;
  readonly phoneNumberId: string;
  readonly callbackUrl?: string | undefined;
  readonly statusCallbackUrl?: string | undefined;
}
