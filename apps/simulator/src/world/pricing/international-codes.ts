/** Countries with a rate of their own for codes of businesses from elsewhere (Meta: authentication-international). */
const countriesFrom: readonly (readonly [number, readonly string[]])[] = [
  [Date.UTC(2025, 6, 1), ['EG', 'IN', 'ID', 'MY', 'NG', 'PK', 'SA', 'ZA', 'AE']],
  [Date.UTC(2026, 9, 1), ['BD', 'IQ', 'KZ', 'KW', 'MA', 'NP', 'OM', 'LK', 'UA']],
];

interface Asked {
  readonly category: string;
  /** Of the recipient's number. */
  readonly country: string | undefined;
  /** Whether Meta has told the account that its rates apply, and where its business is at home. */
  readonly waba:
    | { readonly hasInternationalCodeRates?: boolean | undefined; readonly country: string }
    | undefined;
  readonly at: number;
}

/** Whether a code is charged as authentication-international. */
export function isInternationalCode({ category, country, waba, at }: Asked): boolean {
  if (category !== 'authentication' || !waba?.hasInternationalCodeRates || country === waba.country)
    return false;
  return countriesFrom.some(([from, countries]) => at >= from && country && countries.includes(country));
}
