import type { ContentOf, Problem } from '@renkei/contract';
import { createProblem } from '#platform/errors';
import { fillIn, type TemplateShape } from './template-shape.ts';

export type RenderedTemplate = NonNullable<ContentOf<'template'>['rendered']>;

type Parameters = Pick<ContentOf<'template'>, 'headerParameters' | 'bodyParameters'>;

/** What the customer will read. Judge the parameters with `checkTemplateParameters` first. Pure. */
export function renderTemplate(shape: TemplateShape, parameters: Parameters): RenderedTemplate {
  return {
    header: shape.headerText && fillIn(shape.headerText, shape.variables.header, parameters.headerParameters),
    body: fillIn(shape.bodyText, shape.variables.body, parameters.bodyParameters),
    footer: shape.footerText,
    buttons: [...shape.buttons],
  };
}

/** Meta refuses a wrong count with 132000; we say it before. Pure. */
export function checkTemplateParameters(shape: TemplateShape, parameters: Parameters): Problem | undefined {
  const parts = [
    {
      en: 'header',
      ja: 'ヘッダー',
      needed: shape.variables.header.length,
      given: parameters.headerParameters.length,
    },
    {
      en: 'body',
      ja: '本文',
      needed: shape.variables.body.length,
      given: parameters.bodyParameters.length,
    },
  ];
  const wrong = parts.find(({ needed, given }) => needed !== given);
  if (!wrong) return undefined;
  return createProblem('template_parameters_wrong', {
    detail: {
      en: `The ${wrong.en} has ${wrong.needed} variable(s), ${wrong.given} were given.`,
      ja: `${wrong.ja}の変数は${wrong.needed}個ですが、${wrong.given}個が指定されました。`,
    },
  });
}
