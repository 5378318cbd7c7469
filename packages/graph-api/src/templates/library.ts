import { z } from 'zod';
import { templateLanguage, templateName } from './definition.ts';
import { parseTemplateBody, type TemplateReading } from './problem.ts';

const buttonInput = z.looseObject({ type: z.string().transform((type) => type.toUpperCase()) });

const fromLibrary = z.strictObject({
  name: templateName,
  language: templateLanguage,
  category: z.enum(['UTILITY', 'AUTHENTICATION']),
  library_template_name: z.string().min(1),
  library_template_button_inputs: z.array(buttonInput).optional(),
  library_template_body_inputs: z.record(z.string(), z.unknown()).optional(),
});

/** A template made from Meta's library: its text is Meta's, its buttons lead to us. */
export type LibraryTemplateDefinition = z.output<typeof fromLibrary>;

/** Reads the other body of `POST /{waba-id}/message_templates`, with `library_template_name`. (Meta, "Template library") */
export function parseLibraryTemplate(body: unknown): TemplateReading<LibraryTemplateDefinition> {
  return parseTemplateBody(fromLibrary, body);
}
