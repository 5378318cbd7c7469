import type { ProviderTemplateComponent, TemplateParameterNames } from '#modules/channels';

/** What a template says and needs, read from the provider's components. */
export interface TemplateShape {
  readonly headerText: string | null;
  readonly bodyText: string;
  readonly footerText: string | null;
  readonly buttons: readonly string[];
  /** The variables in the order in which they must be given: by number, or by first appearance when named. */
  readonly variables: TemplateParameterNames;
  readonly isNamed: boolean;
  /** False when it has parts that cannot be filled in here yet, such as a media header. */
  readonly sendable: boolean;
}

/** Buttons that need nothing from the sender; a URL does when it ends with a variable. */
const plainButtons: ReadonlySet<string> = new Set(['QUICK_REPLY', 'PHONE_NUMBER', 'URL']);
const knownComponents: ReadonlySet<string> = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS']);

/** Pure. Components of a kind we do not know make the template unsendable, never unreadable. */
export function readTemplateShape(
  components: readonly ProviderTemplateComponent[],
  parameterFormat: string,
): TemplateShape {
  const find = (type: string) => components.find((component) => component.type === type);
  const isNamed = parameterFormat === 'NAMED';
  const header = find('HEADER');
  const hasTextHeader = header === undefined || (header.format ?? 'TEXT').toUpperCase() === 'TEXT';
  const headerText = (hasTextHeader && header?.text) || null;
  const bodyText = find('BODY')?.text ?? '';
  const buttons = components.flatMap((component) => component.buttons ?? []);
  return {
    headerText,
    bodyText,
    footerText: find('FOOTER')?.text ?? null,
    buttons: buttons.map((button) => button.text ?? button.type),
    variables: { header: listVariables(headerText ?? '', isNamed), body: listVariables(bodyText, isNamed) },
    isNamed,
    sendable:
      hasTextHeader &&
      components.every(({ type }) => knownComponents.has(type)) &&
      buttons.every(({ type, url }) => plainButtons.has(type.toUpperCase()) && !url?.includes('{{')),
  };
}

const variablePattern = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

/** `{{2}} {{1}}` gives 1, 2; `{{name}} {{order}} {{name}}` gives name, order. */
function listVariables(text: string, isNamed: boolean): readonly string[] {
  const names = [...new Set([...text.matchAll(variablePattern)].map(([, name = '']) => name))];
  return isNamed ? names : names.toSorted((one, other) => Number(one) - Number(other));
}

/** The text with its variables replaced; what was typed is never read as a variable again. */
export function fillIn(text: string, names: readonly string[], values: readonly string[]): string {
  const byName = new Map(names.map((name, index) => [name, values[index]]));
  return text.replace(variablePattern, (whole, name: string) => byName.get(name) ?? whole);
}
