import * as z from 'zod';
import { anyText, foreignId, framedText } from '../parts.ts';

const addressValues = z.record(z.string().max(100), anyText);

/** Asks for a postal address; the answer is an `address_reply`. Source: Meta, "Address messages": India only (2026). */
export const addressRequestContent = z.object({
  kind: z.literal('address_request'),
  ...framedText,
  country: z.string().regex(/^[A-Z]{2}$/),
  /** What the form is filled in with, by Meta's field names (`in_pin_code`, `city` …). */
  values: addressValues.optional(),
  savedAddresses: z
    .array(z.object({ id: foreignId, values: addressValues }))
    .max(100)
    .optional(),
  /** Shown at the fields when the customer is asked again. */
  faults: addressValues.optional(),
});
