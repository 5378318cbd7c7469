import type { TemplateParameter } from '@renkei/contract';

/** What is shown in the place of a parameter. */
export function parameterText(parameter: TemplateParameter): string {
  if (typeof parameter === 'string') return parameter;
  return 'shown' in parameter ? parameter.shown : parameter.groupId;
}
