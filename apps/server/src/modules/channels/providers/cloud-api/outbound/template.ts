import type { Outbound } from './outbound.ts';

/** `components` is left out when the template has no variables. */
export const outboundTemplate: Outbound<'template'> = (content, { templateParameterNames: names }) => {
  const components = [
    ...textComponent('header', content.headerParameters, names?.header),
    ...textComponent('body', content.bodyParameters, names?.body),
  ];
  return {
    type: 'template',
    template: {
      name: content.name,
      language: { code: content.language },
      ...(components.length > 0 ? { components } : {}),
    },
  };
};

function textComponent(type: 'header' | 'body', texts: readonly string[], names: readonly string[] = []) {
  if (texts.length === 0) return [];
  return [
    {
      type,
      parameters: texts.map((text, index) => ({
        type: 'text',
        text,
        ...(names[index] === undefined ? {} : { parameter_name: names[index] }),
      })),
    },
  ];
}
