import type { SendableContent } from '@renkei/contract';
import type { ProviderReferences, ProviderTemplate } from '#modules/channels';
import { parameterNamesOf, readTemplateShape } from '#modules/templates';

/** What a provider is told of a template beside the content, as the gate reads it of the stored template. */
export function templateReferences(
  templates: readonly ProviderTemplate[],
  content: SendableContent,
): ProviderReferences {
  if (content.kind !== 'template') return {};
  const template = templates.find(
    ({ name, language }) => name === content.name && language === content.language,
  );
  if (!template) return {};
  const templateParameterNames = parameterNamesOf(readTemplateShape(template));
  return {
    providerTemplateId: template.providerTemplateId,
    ...(templateParameterNames ? { templateParameterNames } : {}),
  };
}
