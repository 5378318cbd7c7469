/** What is filled into a template. Which of these a template needs, `Template` of the templates route says. */
import * as z from 'zod';
import { orderDetails } from '../commerce/payments.ts';
import { locationContent } from '../location.ts';
import { documentHeader, foreignId, imageHeader, productSection, videoHeader } from '../parts.ts';

const value = z.string().min(1).max(1024);

/** A text, or a value with the text that is shown in its place. */
export const templateParameter = z.union([
  value,
  z.object({
    type: z.literal('currency'),
    shown: value,
    currency: z.string().regex(/^[A-Z]{3}$/),
    amountMicros: z.number().int(),
  }),
  z.object({ type: z.literal('date_time'), shown: value }),
  /** A group of this number: becomes its invitation link. */
  z.object({ type: z.literal('group'), groupId: foreignId }),
]);
export type TemplateParameter = z.infer<typeof templateParameter>;

export const templateHeader = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: value }),
  imageHeader,
  videoHeader,
  documentHeader,
  /** A silent MP4 up to 3.5 MB; only through the Marketing Messages API. */
  z.object({ type: z.literal('gif'), mediaId: imageHeader.shape.mediaId }),
  locationContent.omit({ kind: true }).extend({ type: z.literal('location') }),
  z.object({ type: z.literal('product'), catalogId: foreignId, productId: foreignId }),
]);
export type TemplateHeader = z.infer<typeof templateHeader>;

/** The button's place among the template's buttons, from 0. */
const index = z.number().int().min(0).max(9);

/** What a button needs. Buttons that need nothing are left out. */
export const templateButtonParameter = z.discriminatedUnion('type', [
  z.object({ type: z.literal('quick_reply'), index, payload: foreignId }),
  /** Completes the address. */
  z.object({ type: z.literal('url'), index, suffix: value }),
  z.object({ type: z.literal('copy_code'), index, code: value }),
  z.object({
    type: z.literal('flow'),
    index,
    token: foreignId.optional(),
    data: z.record(z.string(), z.json()).optional(),
  }),
  z.object({ type: z.literal('catalog'), index, thumbnailProductId: foreignId.optional() }),
  z.object({
    type: z.literal('multi_product'),
    index,
    thumbnailProductId: foreignId,
    sections: z.array(productSection).min(1).max(10),
  }),
  z.object({
    type: z.literal('voice_call'),
    index,
    ttlMinutes: z.number().int().min(1).max(43_200).optional(),
    payload: foreignId.optional(),
  }),
  z.object({ type: z.literal('order_details'), index, order: orderDetails }),
]);
export type TemplateButtonParameter = z.infer<typeof templateButtonParameter>;

export const templateCard = z.object({
  header: z
    .discriminatedUnion('type', [
      imageHeader,
      videoHeader,
      z.object({ type: z.literal('product'), catalogId: foreignId, productId: foreignId }),
    ])
    .optional(),
  bodyParameters: z.array(templateParameter).max(50).default([]),
  buttons: z.array(templateButtonParameter).max(10).default([]),
});
