import { z } from 'zod';
import { headerMedia } from '../../content/media.ts';
import { messageLimits } from '../../limits.ts';
import { boundedText } from '../../values.ts';
import { ctaUrlAction, requireUnique } from '../parts.ts';
import { cardIndex } from './card-index.ts';

const header = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('image'), image: headerMedia }),
  z.strictObject({ type: z.literal('video'), video: headerMedia }),
]);

const body = z.strictObject({
  text: boundedText(messageLimits.carouselCardBody).refine(
    (text) => text.split('\n').length - 1 <= messageLimits.carouselCardLineBreaks,
    { error: `must have at most ${messageLimits.carouselCardLineBreaks} line breaks` },
  ),
});

const quickReply = z.strictObject({
  type: z.literal('quick_reply'),
  quick_reply: z.strictObject({
    id: boundedText(messageLimits.replyButtonId),
    title: boundedText(messageLimits.replyButtonTitle),
  }),
});

const quickReplies = z.strictObject({
  name: z.undefined().optional(),
  buttons: z
    .array(quickReply)
    .min(1)
    .max(messageLimits.carouselCardButtons)
    .superRefine((buttons, context) => {
      requireUnique(
        buttons.map(({ quick_reply: { title } }, index) => ({
          value: title,
          path: [index, 'quick_reply', 'title'],
        })),
        context,
      );
    }),
});

/** A picture or video with a text and one address button, or quick replies. Meta's own examples give both `cta_url`. */
export const carouselMediaCard = z.strictObject({
  card_index: cardIndex,
  type: z.literal('cta_url').optional(),
  header,
  body: body.optional(),
  action: z.discriminatedUnion('name', [quickReplies, ctaUrlAction]),
});
export type CarouselMediaCard = z.infer<typeof carouselMediaCard>;
