import { z } from 'zod';
import { boundedText } from '../../requests/values.ts';

const messagingProduct = z.literal('whatsapp');
const pin = z.string().regex(/^\d{6}$/, { error: 'must be six digits' });

/** Countries that may keep the messages of a number. (Meta, "Registration", 2026) */
export const dataLocalizationRegions = [
  'AE',
  'AU',
  'BH',
  'BR',
  'CA',
  'CH',
  'DE',
  'GB',
  'ID',
  'IN',
  'JP',
  'KR',
  'SG',
  'ZA',
] as const;

/** `POST /{phone-number-id}/register`. The PIN becomes the number's when it has none, and must match otherwise. */
export const registerRequest = z
  .strictObject({
    messaging_product: messagingProduct,
    pin,
    data_localization_region: z.enum(dataLocalizationRegions).optional(),
    meta_store_retention_minutes: z.literal(60).optional(),
    tier: z.enum(['PROD', 'SANDBOX']).optional(),
  })
  .refine(
    (given) =>
      given.data_localization_region === undefined || given.meta_store_retention_minutes === undefined,
    { path: ['meta_store_retention_minutes'], error: 'must not stand beside data_localization_region' },
  );

export const deregisterRequest = z.strictObject({ messaging_product: messagingProduct.optional() });

/** `POST /{phone-number-id}/request_code`. */
export const requestCodeRequest = z.strictObject({
  code_method: z.enum(['SMS', 'VOICE']),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, { error: 'must be a language code such as en_US' }),
});

/** `POST /{phone-number-id}/verify_code`; a dash in the middle is tolerated. */
export const verifyCodeRequest = z.strictObject({
  code: z
    .string()
    .regex(/^\d{3}-?\d{3}$/, { error: 'must be six digits' })
    .transform((code) => code.replace('-', '')),
});

/** `POST /{waba-id}/phone_numbers`. */
export const addPhoneNumberRequest = z.strictObject({
  cc: z.string().regex(/^\d{1,3}$/, { error: 'must be a country calling code' }),
  phone_number: boundedText(32),
  verified_name: z
    .string()
    .min(2, { error: 'must be at least 2 characters long' })
    .max(75, { error: 'must be at most 75 characters long' }),
  migrate_phone_number: z.boolean().optional(),
  preverified_id: boundedText(64).optional(),
});

/** `POST /{phone-number-id}`: a new two-step PIN, or a new display name, which is reviewed. */
export const phoneNumberUpdateRequest = z.union([
  z.strictObject({ pin, messaging_product: messagingProduct.optional() }),
  z.strictObject({ new_display_name: boundedText(75), messaging_product: messagingProduct.optional() }),
]);
