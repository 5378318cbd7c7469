import { z } from 'zod';

/** An id on the wire: a string, sometimes a number. Always a string with us. */
export const wireId = z.union([z.string().min(1), z.number()]).transform(String);

/** A moment on the wire: Unix seconds, as a string or a number. A number of seconds with us. */
export const wireTimestamp = z.union([
  z.number().int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
]);

/** An amount on the wire: a number, sometimes as a string. */
export const wireNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);

/**
 * A part that decorates. Absent, null and unreadable are all `undefined`, because a decoration we cannot read must
 * not cost us the message it decorates. The unread original is still in `raw`.
 */
export function decoration<Schema extends z.ZodType>(schema: Schema) {
  return schema
    .nullable()
    .transform((value) => value ?? undefined)
    .catch(undefined)
    .optional();
}

/** A list whose unreadable items are left out; absent or not a list means empty. */
export function tolerantList<Schema extends z.ZodType>(item: Schema) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((raw) => {
        const parsed = item.safeParse(raw);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

/** What did not fit, for people: `text.body: expected string, received number`. */
export function describeMisfit(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`).join('; ');
}
