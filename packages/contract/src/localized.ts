/** A sentence in both languages of the product. */
export interface Localized {
  readonly en: string;
  readonly ja: string;
}

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];
