import { z } from 'zod';
import { decoration } from '../../wire.ts';
import { listAnswer } from '../paging.ts';

/** `POST /{phone-number-id}/whatsapp_business_encryption`: the key that Flows encrypt to. RSA of 2048 bits, PEM. */
export const businessEncryptionRequest = z.strictObject({
  business_public_key: z
    .string()
    .trim()
    .regex(/^-----BEGIN PUBLIC KEY-----[\s\S]+-----END PUBLIC KEY-----$/, {
      error: 'must be a public key in PEM',
    }),
});

/** `GET` from the same path: whether our signature of the key still fits the number (VALID, MISMATCH). */
export const businessEncryptionAnswer = listAnswer(
  z.looseObject({
    business_public_key: decoration(z.string()),
    business_public_key_signature_status: decoration(z.string()),
  }),
);
