import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { boundedText } from '../values.ts';

const label = z.string().optional();

/** `formatted_name` and at least one part of it. (Meta, "Contacts messages") */
const name = z
  .strictObject({
    formatted_name: boundedText(1024),
    first_name: label,
    last_name: label,
    middle_name: label,
    prefix: label,
    suffix: label,
  })
  .refine(
    ({ formatted_name: _formatted, ...parts }) => Object.values(parts).some((part) => part !== undefined),
    {
      error: 'must have a first name, last name or another part beside formatted_name',
    },
  );

const card = z.strictObject({
  name,
  /** A phone with `wa_id` gets a "Message" button, one without an "Invite" button. */
  phones: z.array(z.strictObject({ phone: label, wa_id: label, type: label })).optional(),
  emails: z.array(z.strictObject({ email: label, type: label })).optional(),
  urls: z.array(z.strictObject({ url: label, type: label })).optional(),
  addresses: z
    .array(
      z.strictObject({
        street: label,
        city: label,
        state: label,
        zip: label,
        country: label,
        country_code: label,
        type: label,
      }),
    )
    .optional(),
  org: z.strictObject({ company: label, department: label, title: label }).optional(),
  birthday: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be written YYYY-MM-DD' })
    .optional(),
});

export const contactsContent = z.array(card).min(1).max(messageLimits.contactCards);
