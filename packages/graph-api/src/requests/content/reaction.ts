import { z } from 'zod';
import { messageId } from '../values.ts';

/** One emoji; the empty string takes an earlier reaction back. */
export const reactionContent = z.strictObject({
  message_id: messageId,
  emoji: z.string().refine(isOneEmojiOrNone, { error: 'must be one emoji, or empty to remove the reaction' }),
});

function isOneEmojiOrNone(text: string): boolean {
  if (text === '') return true;
  return [...graphemes.segment(text)].length === 1 && emojiSign.test(text);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Pictures, flags (two regional indicators) and keycaps (a digit with U+20E3). */
const emojiSign = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|\u20e3/u;
