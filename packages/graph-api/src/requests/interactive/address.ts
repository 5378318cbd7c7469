import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { boundedText } from '../values.ts';
import { anyHeader, bodyOf, footer } from './parts.ts';

const line = z.string().optional();

/** The fields of the Indian address form. */
const addressFields = {
  name: line,
  phone_number: line,
  in_pin_code: line,
  floor_number: line,
  building_name: line,
  address: line,
  landmark_area: line,
  house_number: line,
  tower_number: line,
  city: line,
  state: line,
} as const;

/** Asks for a delivery address in a form; India only. (Meta, "Address messages", 2026) */
export const addressMessage = z.strictObject({
  type: z.literal('address_message'),
  header: anyHeader.optional(),
  body: bodyOf(messageLimits.interactiveBody),
  footer: footer.optional(),
  action: z.strictObject({
    name: z.literal('address_message'),
    parameters: z.strictObject({
      country: z.literal('IN'),
      values: z.strictObject(addressFields).optional(),
      saved_addresses: z
        .array(z.strictObject({ id: boundedText(256), value: z.strictObject(addressFields) }))
        .min(1)
        .optional(),
      /** What was wrong with an earlier answer, by field. */
      validation_errors: z.strictObject(addressFields).optional(),
    }),
  }),
});
