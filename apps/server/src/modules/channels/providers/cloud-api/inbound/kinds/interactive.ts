import { type ReadKind, unsupportedContent } from './define.ts';

/** Taps on buttons and list rows. The other replies are forms, calls and payments: kept raw until we have them. */
export const readInteractive: ReadKind<'interactive'> = ({ content }) => {
  if (content.type === 'button_reply') {
    const { id, title } = content.button_reply;
    return { content: { kind: 'interactive_reply', replyType: 'button', replyId: id, title } };
  }
  if (content.type === 'list_reply') {
    const { id, title, description } = content.list_reply;
    return { content: { kind: 'interactive_reply', replyType: 'list', replyId: id, title, description } };
  }
  const wireType = content.type === 'unknown' ? content.wireType : content.type;
  return { content: unsupportedContent(`interactive.${wireType}`, 'this reply cannot be shown yet') };
};
