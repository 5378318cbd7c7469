import type { SendingSettings } from '@renkei/contract';

/** Our own words, by whether the keyword was Japanese. */
const ownWords = {
  opt_out: {
    en: 'You will get no more marketing messages from us. Reply START to get them again.',
    ja: '今後、当社からのお知らせの配信を停止します。再開するには「開始」と返信してください。',
  },
  opt_in: {
    en: 'Thank you: you will get our marketing messages. Reply STOP at any time to end them.',
    ja: 'ありがとうございます。お知らせの配信を開始します。停止するにはいつでも「停止」と返信してください。',
  },
} as const;

/** The one answer to a keyword. Pure. */
export function confirmationOf(
  meaning: 'opt_out' | 'opt_in',
  language: string,
  { optIn, optOut }: SendingSettings['confirmations'],
): string {
  const given = meaning === 'opt_in' ? optIn : optOut;
  if (given !== null && given !== '') return given;
  return ownWords[meaning][language === 'ja' ? 'ja' : 'en'];
}
