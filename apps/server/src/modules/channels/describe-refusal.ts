import type { Localized } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { ProviderCallError, ProviderRefusal } from './port.ts';

/** What the code means and why it comes, then the provider's own words about this very case, as they came. */
export function describeRefusal(refusal: ProviderRefusal): Localized {
  const { title, details, saidBy = 'Meta' } = refusal;
  const meaning = describeCode(refusal);
  const isNews = details !== '' && details.replace(/^\(#\d+\) /, '') !== title.en;
  if (!isNews) return meaning;
  return {
    en: `${meaning.en} ${saidBy} says: “${details}”`,
    ja: `${meaning.ja}${saidBy}の回答：「${details}」`,
  };
}

/** What the code means and why it comes. The cause is missing where it was kept before we told it. */
export function describeCode({ code, title, cause }: ProviderRefusal): Localized {
  return { en: `${title.en} (${code}). ${cause.en}`.trim(), ja: `${title.ja}（${code}）。${cause.ja}` };
}

/** What a call without a definite answer says to the person who asked for it. */
export function unreachable(error: ProviderCallError): RenkeiError {
  const { called, message } = error;
  const detail = {
    en: `${called} gave no answer (${message}).`,
    ja: `${called}から応答がありません（${message}）。`,
  };
  return new RenkeiError('graph_unreachable', { cause: error, detail });
}
