/** What is wrong with one parameter of a template. */
export interface ParameterFault {
  /** Our field: `buttons[1]`, `cards[0].header`. */
  readonly path: string;
  readonly en: string;
  readonly ja: string;
  /** What Meta would answer, where it is not 132000. */
  readonly providerCode?: number;
}

export function wrongParameter(path: string, en: string, ja: string, providerCode?: number): ParameterFault {
  return { path, en, ja, ...(providerCode === undefined ? {} : { providerCode }) };
}
