/** The variables of a template text in order of appearance: `1`, `2` … or names. */
export function listVariables(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([\w]+)\s*\}\}/g)].map((match) => match[1] ?? ''))];
}

/** A parameter as a send gives it; only the keys that matter for text. */
export interface TextParameter {
  readonly type: string;
  readonly parameter_name?: string | undefined;
  readonly text?: string | undefined;
  readonly currency?: { readonly fallback_value: string } | undefined;
  readonly date_time?: { readonly fallback_value: string } | undefined;
}

/** What a parameter reads as: Cloud API always renders the fallback of currencies and dates. */
function parameterText(parameter: TextParameter): string {
  return parameter.text ?? parameter.currency?.fallback_value ?? parameter.date_time?.fallback_value ?? '';
}

/** The text with its variables filled: by name where parameters have one, else by number. */
export function fillText(text: string, parameters: readonly TextParameter[]): string {
  const values = new Map(
    parameters.map((parameter, index) => [
      parameter.parameter_name ?? String(index + 1),
      parameterText(parameter),
    ]),
  );
  return text.replace(/\{\{\s*([\w]+)\s*\}\}/g, (whole, name: string) => values.get(name) ?? whole);
}
