import type { Localized } from '../localized.ts';

export interface ErrorEntry {
  readonly status: number;
  readonly title: Localized;
  readonly remedy: Localized;
  /** Where the rule comes from and since when, if it is somebody's rule. */
  readonly source?: string;
}

export const l = (en: string, ja: string): Localized => ({ en, ja });
