/** What several kinds of content share. Lengths that a provider sets are judged by the gate, which names the rule. */
import * as z from 'zod';
import { idSchema } from '../primitives.ts';

/** Longer than any provider takes; the provider's own limits are judged by the gate. */
export const anyText = z.string().max(65_536);
export const shownText = anyText.min(1);
/** An id that the sender makes up and gets back, or one of the provider's. */
export const foreignId = z.string().min(1).max(1024);

export const imageHeader = z.object({ type: z.literal('image'), mediaId: idSchema });
export const videoHeader = z.object({ type: z.literal('video'), mediaId: idSchema });
export const documentHeader = z.object({
  type: z.literal('document'),
  mediaId: idSchema,
  fileName: z.string().max(240).optional(),
});
export const textHeader = z.object({ type: z.literal('text'), text: shownText });

/** What stands above the text of an interactive message. */
export const headerSchema = z.discriminatedUnion('type', [
  textHeader,
  imageHeader,
  videoHeader,
  documentHeader,
]);
export type Header = z.infer<typeof headerSchema>;

/** The text of an interactive message with what may stand around it. */
export const framedText = {
  header: headerSchema.optional(),
  body: shownText,
  footer: shownText.optional(),
} as const;

/** A button whose tap comes back as `interactive_reply` with this id. */
export const replyButton = z.object({ id: foreignId, title: shownText });

export const linkButton = z.object({ label: shownText, url: z.url().max(2000) });

/** Of a catalog: `productId` is the retailer's own id (SKU). */
export const productSection = z.object({
  title: shownText.optional(),
  productIds: z.array(foreignId).min(1).max(30),
});

/** Integer micro-units: 1,000,000 is one yen or one dollar. */
export const moneySchema = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  amountMicros: z.number().int(),
});
export type Money = z.infer<typeof moneySchema>;
