import type { ReadReply } from './define.ts';

/** Also a tap on a button of a carousel's card. */
export const readButtonReply: ReadReply<'button_reply'> = ({ button_reply: { id, title } }) => ({
  kind: 'interactive_reply',
  replyType: 'button',
  replyId: id,
  title,
});

export const readListReply: ReadReply<'list_reply'> = ({ list_reply: { id, title, description } }) => ({
  kind: 'interactive_reply',
  replyType: 'list',
  replyId: id,
  title,
  description,
});
