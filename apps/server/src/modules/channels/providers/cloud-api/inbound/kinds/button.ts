import type { ReadKind } from './define.ts';

export const readButton: ReadKind<'button'> = ({ content }) => ({
  content: {
    kind: 'interactive_reply',
    replyType: 'template_button',
    replyId: content.payload ?? content.text,
    title: content.text,
  },
});
