/** Small schemas that every resource shares. */
import * as z from 'zod';

export const idSchema = z.uuid();
/** ISO 8601 in UTC. */
export const instantSchema = z.iso.datetime({ offset: true });
/** Opaque; `null` on the last page. */
export const cursorSchema = z.string().max(512);

export const emptySchema = z.object({});

export const localizedSchema = z.object({ en: z.string(), ja: z.string() });

/** A refusal or failure as screens and API show it: what, why, which rule and since when, what to do. */
export const problemSchema = z.object({
  code: z.string(),
  title: localizedSchema,
  detail: localizedSchema,
  remedy: localizedSchema,
  /** Where the rule comes from and since when it is in force. */
  source: z.string().nullable(),
  /** The provider's own code, when it was the provider who refused. */
  providerCode: z.number().int().nullable(),
});
export type Problem = z.infer<typeof problemSchema>;

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: cursorSchema.nullable() });
}
