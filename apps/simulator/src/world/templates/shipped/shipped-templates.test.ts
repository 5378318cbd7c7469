import { parseTemplateDefinition } from '@renkei/graph-api';
import { expect, test } from 'vitest';
import type { Template } from '../../entities.ts';
import { fillLibraryTemplate } from '../library/library.ts';
import { libraryTemplates } from '../library/library-templates.ts';
import { assignCategory, reviewTemplate } from '../review/review-template.ts';
import { shippedTemplates } from './shipped-templates.ts';

const at = Date.UTC(2026, 10, 22);
const all: readonly Template[] = shippedTemplates.map((shipped, index) => ({
  id: String(index),
  wabaId: '39001',
  status: 'APPROVED',
  parameterFormat: 'POSITIONAL',
  ...shipped,
}));

test.each(all.map((template) => [`${template.name} (${template.language})`, template] as const))(
  '%s could be created as it is, keeps its category and passes review',
  (_name, template) => {
    const { name, language, category, components, parameterFormat } = template;
    const body = { name, language, category, components, parameter_format: parameterFormat };
    expect(parseTemplateDefinition(body)).toMatchObject({ ok: true });
    expect(assignCategory(template, { at, isChangeAllowed: true })).toBe(category);
    expect(reviewTemplate({ template, others: all, verdicts: [], at })).toMatchObject({ status: 'APPROVED' });
  },
);

test.each(libraryTemplates.map((entry) => [`${entry.name} (${entry.language})`, entry] as const))(
  '%s of the library could be created, too',
  (_name, entry) => {
    const components = fillLibraryTemplate(entry, []);
    const { language, category } = entry;
    expect(parseTemplateDefinition({ name: 'ours', language, category, components })).toMatchObject({
      ok: true,
    });
  },
);
