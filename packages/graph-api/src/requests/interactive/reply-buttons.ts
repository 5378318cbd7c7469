import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { boundedText } from '../values.ts';
import { anyHeader, bodyOf, footer, requireUnique } from './parts.ts';

const replyButton = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({
    id: boundedText(messageLimits.replyButtonId),
    title: boundedText(messageLimits.replyButtonTitle),
  }),
});

/** Up to three reply buttons. (Meta, "Interactive reply buttons messages") */
export const replyButtonsMessage = z.strictObject({
  type: z.literal('button'),
  header: anyHeader.optional(),
  body: bodyOf(messageLimits.interactiveBody),
  footer: footer.optional(),
  action: z.strictObject({
    buttons: z
      .array(replyButton)
      .min(1)
      .max(messageLimits.replyButtons)
      .superRefine((buttons, context) => {
        requireUnique(
          buttons.map(({ reply }, index) => ({ value: reply.id, path: [index, 'reply', 'id'] })),
          context,
        );
        requireUnique(
          buttons.map(({ reply }, index) => ({ value: reply.title, path: [index, 'reply', 'title'] })),
          context,
        );
      }),
  }),
});
