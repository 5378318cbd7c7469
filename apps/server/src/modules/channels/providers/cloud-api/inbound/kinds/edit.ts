import { type ReadKind, unsupportedContent } from './define.ts';

/** Another text, or another caption of a file. The file itself cannot change. */
export const readEdit: ReadKind<'edit'> = ({ content: { original_message_id: target, message } }) => {
  const media = message.image ?? message.video ?? message.document;
  const text = message.text?.body ?? (media && (media.caption ?? ''));
  return text === undefined
    ? {
        content: unsupportedContent('edit', `the new version is of type ${message.type}`, {
          what: message.type,
        }),
        spoken: false,
      }
    : { revision: { targetProviderMessageId: target, text } };
};
