import { parsePhoneNumber } from './parse-phone-number.ts';

/** Whom a member or a caller of the API has named, by exactly one of the two. */
export type Recipient =
  | { readonly phoneNumber: string; readonly userId?: undefined }
  | { readonly userId: string; readonly phoneNumber?: undefined };

/** Source: Meta, "Business-scoped user IDs" (2026): a country, perhaps ENT for a parent portfolio, and the id. */
const userIdPattern = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** A telephone number as people write it (becomes E.164) or a business-scoped user id. Throws `recipient_invalid`. */
export function parseRecipient(text: string): Recipient {
  const trimmed = text.trim();
  return userIdPattern.test(trimmed) ? { userId: trimmed } : { phoneNumber: parsePhoneNumber(trimmed) };
}

/** As a conversation keeps it: digits, or the user id. */
export function recipientKeysOf({ phoneNumber, userId }: Recipient): {
  readonly recipientPhone?: string;
  readonly recipientUserId?: string;
} {
  return userId === undefined
    ? { recipientPhone: phoneNumber.replace('+', '') }
    : { recipientUserId: userId };
}
