import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { RenkeiError } from '#platform/errors';

/**
 * The E.164 form of a number as people write it, with full-width digits, spaces and dashes. Without a country code there
 * is no telling which country is meant, so it is refused rather than guessed. Its length must fit its country; whether
 * the range is in use today is not ours to know, since countries open new ones. Throws `recipient_invalid`.
 */
export function parsePhoneNumber(text: string): string {
  const parsed = parsePhoneNumberFromString(text.normalize('NFKC').trim());
  if (parsed?.isPossible()) return parsed.number;
  throw new RenkeiError('recipient_invalid', {
    detail: {
      en: `"${text}" is not a complete telephone number with country code.`,
      ja: `「${text}」は国番号付きの完全な電話番号ではありません。`,
    },
  });
}
