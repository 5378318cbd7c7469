import type { ContentOf, TemplateButtonParameter, TemplateParameter } from '@renkei/contract';
import { fillIn, type TemplateShape } from './template-shape.ts';

export type RenderedTemplate = NonNullable<ContentOf<'template'>['rendered']>;

/** What the customer will read. Judge the parameters with `findTemplateFault` first. Pure. */
export function renderTemplate(shape: TemplateShape, content: ContentOf<'template'>): RenderedTemplate {
  const { header, code, cards = [] } = content;
  const bodyValues = code === undefined ? content.bodyParameters.map(shownOf) : [code];
  return {
    header:
      shape.header?.format === 'text'
        ? fillIn(shape.header, header?.type === 'text' ? [header.text] : [])
        : null,
    // Some answers of Meta leave the fixed text of an authentication template out.
    body: fillIn(shape.body, bodyValues) || (code ?? ''),
    footer: shape.footer,
    buttons: renderButtons(shape.buttons, content.buttons, code),
    ...(shape.cards.length === 0
      ? {}
      : {
          cards: shape.cards.map(({ body, buttons }, index) => ({
            body: body && fillIn(body, cards[index]?.bodyParameters.map(shownOf) ?? []),
            buttons: renderButtons(buttons, cards[index]?.buttons ?? []),
          })),
        }),
    ...(shape.offer === null ? {} : { offer: shape.offer.text }),
  };
}

/** Cloud API shows the text that was given, never the value beside it; a group becomes its link on the phone. */
function shownOf(parameter: TemplateParameter): string {
  if (typeof parameter === 'string') return parameter;
  return parameter.type === 'group' ? 'https://chat.whatsapp.com/…' : parameter.shown;
}

function renderButtons(
  buttons: TemplateShape['buttons'],
  given: readonly TemplateButtonParameter[],
  code?: string,
): RenderedTemplate['buttons'] {
  return buttons.map(({ type, text, url, phoneNumber }, index) => {
    const parameter = given.find((one) => one.index === index);
    return { type, text, value: code ?? valueOf(parameter, url) ?? phoneNumber };
  });
}

const urlVariable = /\{\{[^{}]*\}\}/;

function valueOf(parameter: TemplateButtonParameter | undefined, url: string | null): string | null {
  if (parameter?.type === 'copy_code') return parameter.code;
  if (parameter?.type === 'url') return url?.replace(urlVariable, () => parameter.suffix) ?? null;
  return url;
}
