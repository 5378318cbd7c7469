import type { JsonObject } from '../entities.ts';

/** What became of a message after it was sent: changed within 15 minutes, or taken back within two days. */
export interface Amendment {
  /** The object under the key named by the message's type, in place of the one it was sent with. */
  readonly content?: JsonObject | undefined;
  readonly editedAt?: number | undefined;
  readonly revokedAt?: number | undefined;
  /** How the payment of an order went. */
  readonly payment?:
    | {
        readonly status: 'pending' | 'captured' | 'failed';
        readonly paidAt: number;
        readonly transactionId: string;
        readonly method: string;
      }
    | undefined;
}
