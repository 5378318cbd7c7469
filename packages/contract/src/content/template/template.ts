import * as z from 'zod';
import {
  templateButtonParameter,
  templateCard,
  templateHeader,
  templateParameter,
} from './template-parameters.ts';

export const renderedButton = z.object({
  /** Meta's kind in lower case: `quick_reply`, `url`, `phone_number`, `copy_code`, `otp`, `flow` … */
  type: z.string(),
  text: z.string(),
  /** The address, telephone number or code behind it. */
  value: z.string().nullable(),
});

/** What a template says once its parameters are filled in. Files stand in the parameters. */
export const renderedTemplate = z.object({
  header: z.string().nullable(),
  body: z.string(),
  footer: z.string().nullable(),
  buttons: z.array(renderedButton),
  cards: z.array(z.object({ body: z.string().nullable(), buttons: z.array(renderedButton) })).optional(),
  /** The words of a limited-time offer. */
  offer: z.string().optional(),
});

/** An approved template, filled in. */
export const templateContent = z.object({
  kind: z.literal('template'),
  name: z.string().min(1).max(512),
  language: z.string().min(2).max(16),
  header: templateHeader.optional(),
  /** One value per variable of the body, in the order in which they stand in the template. */
  bodyParameters: z.array(templateParameter).max(50).default([]),
  buttons: z.array(templateButtonParameter).max(10).default([]),
  /** As many as the template has. */
  cards: z.array(templateCard).max(10).optional(),
  /** When a limited-time offer ends. */
  offerEndsAt: z.iso.datetime({ offset: true }).optional(),
  /** The code of an authentication template: goes into body and button. At Meta up to 15 characters. */
  code: z.string().min(1).max(64).optional(),
  /** Sends it through Meta's Marketing Messages API, with its optimisations. Marketing templates only. */
  marketingMessages: z
    .object({
      /** `strict`: not at all rather than through the ordinary API. */
      fallback: z.enum(['cloud_api', 'strict']).optional(),
      shareActivity: z.boolean().optional(),
    })
    .optional(),
  rendered: renderedTemplate.optional(),
});
