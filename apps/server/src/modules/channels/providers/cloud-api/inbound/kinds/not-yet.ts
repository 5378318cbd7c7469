import { type ReadContent, type ReadKind, unsupportedContent } from './define.ts';

/** Wire types that Meta documents and that have no content of their own with us yet. */
export const readOrder: ReadKind<'order'> = () => notYet('order', 'orders cannot be shown yet');
export const readEdit: ReadKind<'edit'> = () =>
  aboutAnEarlierMessage('edit', 'the customer edited an earlier message');
export const readRevoke: ReadKind<'revoke'> = () =>
  aboutAnEarlierMessage('revoke', 'the customer deleted an earlier message');
export const readMediaPlaceholder: ReadKind<'media_placeholder'> = () =>
  notYet('media_placeholder', 'the file of this earlier message was not handed over');

/** The chat was opened; nothing was said. */
export const readRequestWelcome: ReadKind<'request_welcome'> = () =>
  aboutAnEarlierMessage('request_welcome', 'the customer opened the chat for the first time');

/** What Meta itself does not hand over; why stands in the errors. */
export const readUnsupported: ReadKind<'unsupported'> = ({ content, errors }) => {
  const why = errors[0]?.title ?? errors[0]?.message ?? 'WhatsApp does not hand this message over';
  return notYet(content.type === undefined ? 'unsupported' : `unsupported.${content.type}`, why);
};

function notYet(wireType: string, reason: string): ReadContent {
  return { content: unsupportedContent(wireType, reason) };
}

function aboutAnEarlierMessage(wireType: string, reason: string): ReadContent {
  return { ...notYet(wireType, reason), spoken: false };
}
