import type { ContentOf, Template, TemplateButtonParameter, TemplateParameter } from '@renkei/contract';
import { parameterText } from '../../content/template/parameter-text.ts';

type Content = ContentOf<'template'>;
type Rendered = NonNullable<Content['rendered']>;
type Text = Template['body'];

/** What the template will say; what is still empty stays visible as its variable. The server renders it anew. */
export function renderTemplate(template: Template, content: Content): Rendered {
  const { header, code, cards = [] } = content;
  return {
    header:
      template.header?.format === 'text'
        ? fillIn(template.header, header?.type === 'text' ? [header.text] : [])
        : null,
    body: fillIn(template.body, code === undefined ? content.bodyParameters : [code]),
    footer: template.footer,
    buttons: renderButtons(template.buttons, content.buttons, code),
    cards: template.cards.map(({ body, buttons }, index) => ({
      body: body === null ? null : fillIn(body, cards[index]?.bodyParameters ?? []),
      buttons: renderButtons(buttons, cards[index]?.buttons ?? []),
    })),
    ...(template.offer === null ? {} : { offer: template.offer.text }),
  };
}

const variablePattern = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** Values stand in the order of the variables' names. A value that looks like a variable is not filled again. */
function fillIn({ text, variables }: Text, values: readonly TemplateParameter[]): string {
  return text.replace(variablePattern, (found, name: string) => {
    const value = values[variables.indexOf(name)];
    const shown = value === undefined ? '' : parameterText(value);
    return shown === '' ? found : shown;
  });
}

function renderButtons(
  buttons: Template['buttons'],
  given: readonly TemplateButtonParameter[],
  code?: string,
): Rendered['buttons'] {
  return buttons.map(({ type, text, url, phoneNumber }, place) => {
    const parameter = given.find(({ index }) => index === place);
    return { type, text, value: code ?? valueOf(parameter, url) ?? phoneNumber };
  });
}

function valueOf(parameter: TemplateButtonParameter | undefined, url: string | null): string | null {
  if (parameter?.type === 'copy_code') return parameter.code;
  if (parameter?.type === 'url') return url?.replace(variablePattern, () => parameter.suffix) ?? null;
  return url;
}
