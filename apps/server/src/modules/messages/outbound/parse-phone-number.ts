import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { RenkeiError } from '#platform/errors';

/**
 * The E.164 form of a number as people write it. Without a country code there is no telling which country is meant, so it
 * is refused rather than guessed. Throws `recipient_invalid`.
 */
export function parsePhoneNumber(text: string): string {
  const parsed = parsePhoneNumberFromString(text.normalize('NFKC').trim());
  if (parsed?.isValid()) return parsed.number;
  throw new RenkeiError('recipient_invalid', {
    detail: {
      en: `"${text}" is not a valid number with a country code.`,
      ja: `「${text}」は国番号付きの正しい電話番号ではありません。`,
    },
  });
}
