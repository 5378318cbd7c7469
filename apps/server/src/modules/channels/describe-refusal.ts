import type { Localized } from '@renkei/contract';
import type { ProviderRefusal } from './port.ts';

/** What the code means and why it comes, then the provider's own words about this very case, as they came. */
export function describeRefusal({ code, title, cause, details }: ProviderRefusal): Localized {
  const isNews = details !== '' && details.replace(/^\(#\d+\) /, '') !== title.en;
  return {
    en: [`${title.en} (${code}).`, cause.en, isNews ? `Meta says: “${details}”` : '']
      .filter(Boolean)
      .join(' '),
    ja: [`${title.ja}（${code}）。`, cause.ja, isNews ? `Metaの回答：「${details}」` : ''].join(''),
  };
}
