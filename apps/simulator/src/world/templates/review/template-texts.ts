import type { Template } from '../../entities.ts';

/** Every text a person would read in a template: header, body, footer, buttons, cards. */
export function templateTexts({ components }: Pick<Template, 'components'>): readonly string[] {
  return components.flatMap(collect);
}

/** Under `example` stand values, not the template's words. */
function collect(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(collect);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'text' && typeof value === 'string') return [value];
    return key === 'example' ? [] : collect(value);
  });
}
