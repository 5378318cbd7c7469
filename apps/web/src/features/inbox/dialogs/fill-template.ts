import type { Template } from '@renkei/contract';

/** One text per variable, in the order in which they stand in the template. */
export interface TemplateParameters {
  readonly header: readonly string[];
  readonly body: readonly string[];
}

/** The template with its variables filled in; what is still empty stays visible as its variable. */
export function fillTemplate(template: Template, { header, body }: TemplateParameters) {
  return {
    header: template.headerText === null ? null : fill(template.headerText, header),
    body: fill(template.bodyText, body),
    footer: template.footerText,
    buttons: template.buttons,
  };
}

const variable = /\{\{\s*[^{}]+?\s*\}\}/g;

function fill(text: string, parameters: readonly string[]): string {
  const names = variablesOf(text);
  return text.replace(variable, (found) => {
    const value = parameters[names.indexOf(found)] ?? '';
    return value.trim() === '' ? found : value;
  });
}

/** The variables of a text, each once: numbered ones by number, named ones as they come. */
function variablesOf(text: string): readonly string[] {
  const found = [...new Set(text.match(variable))];
  const numberOf = (name: string) => Number(name.replaceAll(/[{}\s]/g, ''));
  return found.every((name) => Number.isInteger(numberOf(name)))
    ? found.toSorted((left, right) => numberOf(left) - numberOf(right))
    : found;
}
