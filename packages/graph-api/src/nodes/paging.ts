import { z } from 'zod';
import { decoration } from '../wire.ts';

/** Cursors are opaque. No `next` means the last page; empty lists have no paging at all. */
export const paging = z.looseObject({
  cursors: decoration(z.looseObject({ before: decoration(z.string()), after: decoration(z.string()) })),
  next: decoration(z.string()),
  previous: decoration(z.string()),
});
export type Paging = z.infer<typeof paging>;

/** The answer of an edge: `{data: […], paging?}`. */
export function listAnswer<Item extends z.ZodType>(item: Item) {
  return z.looseObject({ data: z.array(item), paging: decoration(paging) });
}

/** The cursor to ask for the next page with, or undefined on the last one. */
export function nextCursor(answer: { readonly paging?: Paging | undefined }): string | undefined {
  return answer.paging?.next === undefined ? undefined : answer.paging.cursors?.after;
}
