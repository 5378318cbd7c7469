import { z } from 'zod';
import { isJsonRecord } from '../json.ts';
import { parseTemplateDefinition, type TemplateDefinition, type TemplateRules } from './definition.ts';
import { parseTemplateBody, type TemplateReading } from './problem.ts';

/** What `POST /{template-id}` may change. Name and language stay as they were made. */
const editBody = z
  .strictObject({
    category: z.string().optional(),
    components: z.array(z.unknown()).min(1).optional(),
    parameter_format: z.enum(['POSITIONAL', 'NAMED']).optional(),
    message_send_ttl_seconds: z.int().optional(),
    cta_url_link_tracking_opted_out: z.boolean().optional(),
    allow_category_change: z.boolean().optional(),
    degrees_of_freedom_spec: z.record(z.string(), z.unknown()).optional(),
  })
  .refine((edit) => Object.keys(edit).length > 0, { error: 'must change something' });

/**
 * Reads the body of `POST /{template-id}` against the template as it stands: the template as it would be, or the
 * refusal. `components` replaces all of them. (Meta, "Template management", 2026)
 */
export function parseTemplateEdit(
  body: unknown,
  current: { readonly name: string; readonly language: string; readonly category: string },
  rules?: TemplateRules,
): TemplateReading<TemplateDefinition> {
  const edit = parseTemplateBody(editBody, isJsonRecord(body) ? body : undefined);
  if (!edit.ok) return edit;
  return parseTemplateDefinition({ ...current, ...edit.value }, rules);
}
