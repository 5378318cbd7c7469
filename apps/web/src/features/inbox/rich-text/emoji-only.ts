const maximumBig = 3;
const emoji = /^(?:\p{RGI_Emoji})$/v;

/** How many emoji a text is made of, if it is nothing else and at most three; else 0. */
export function countBigEmoji(text: string): number {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 40) return 0;
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(trimmed)];
  const isAllEmoji = characters.every(({ segment }) => emoji.test(segment));
  return isAllEmoji && characters.length <= maximumBig ? characters.length : 0;
}
