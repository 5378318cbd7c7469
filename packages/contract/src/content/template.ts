import * as z from 'zod';

/** What a template says once its parameters are filled in. */
export const renderedTemplate = z.object({
  header: z.string().nullable(),
  body: z.string(),
  footer: z.string().nullable(),
  buttons: z.array(z.string()),
});

export const templateContent = z.object({
  kind: z.literal('template'),
  name: z.string().min(1).max(512),
  language: z.string().min(2).max(16),
  /** One text per variable of the header and the body, in the order in which they stand in the template. */
  headerParameters: z.array(z.string().min(1).max(1024)).max(1).default([]),
  bodyParameters: z.array(z.string().min(1).max(1024)).max(50).default([]),
  rendered: renderedTemplate.optional(),
});
