import { z } from 'zod';

/** A business-scoped user id or its parent. (Meta, "Business-scoped user IDs", 2026) */
const userIdPattern = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/**
 * The digits of a phone number as written in `to`, or undefined when it is none. Meta ignores `+`, spaces, dashes,
 * dots and brackets. Always write `+` and the country code: without the plus, Meta may put the business's own country
 * in front. (Meta, "Send messages: phone number formats")
 */
export function readPhoneDigits(to: string): string | undefined {
  const digits = to.replace(/[\s().-]/g, '').replace(/^\+/, '');
  return /^[1-9]\d{4,14}$/.test(digits) ? digits : undefined;
}

/** A phone number, or a group's id when `recipient_type` is `group`. */
export const phoneOrGroup = z.string().min(1, { error: 'is required' });

export const userId = z.string().regex(userIdPattern, { error: 'must be a business-scoped user id' });
