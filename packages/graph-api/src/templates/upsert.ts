import { z } from 'zod';
import { isJsonRecord } from '../json.ts';
import { parseTemplateDefinition, type TemplateDefinition, templateLanguage } from './definition.ts';
import { templateLimits } from './limits.ts';
import { parseTemplateBody, type TemplateReading } from './problem.ts';

const upsertBody = z.looseObject({
  category: z.literal('AUTHENTICATION'),
  languages: z.array(templateLanguage).min(1).max(templateLimits.upsertLanguages),
});

/**
 * Reads the body of `POST /{waba-id}/upsert_message_templates`: one authentication template in many languages.
 * (Meta, "Authentication templates: bulk management", 2026)
 */
export function parseTemplateUpsert(body: unknown): TemplateReading<readonly TemplateDefinition[]> {
  const upsert = parseTemplateBody(upsertBody, isJsonRecord(body) ? body : undefined);
  if (!upsert.ok) return upsert;
  const { languages, ...template } = upsert.value;
  const readings = languages.map((language) => parseTemplateDefinition({ ...template, language }));
  const definitions: TemplateDefinition[] = [];
  for (const reading of readings) {
    if (!reading.ok) return reading;
    definitions.push(reading.value);
  }
  return { ok: true, value: definitions };
}
