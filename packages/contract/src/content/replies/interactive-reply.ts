import * as z from 'zod';

/** A tap on a reply button, a list row or a template's quick-reply button. */
export const interactiveReplyContent = z.object({
  kind: z.literal('interactive_reply'),
  replyType: z.enum(['button', 'list', 'template_button']),
  replyId: z.string(),
  title: z.string(),
  description: z.string().optional(),
});
