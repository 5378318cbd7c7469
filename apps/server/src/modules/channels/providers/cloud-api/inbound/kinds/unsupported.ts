import { type ReadKind, unsupportedContent } from './define.ts';

/** What Meta itself does not hand over: what it was stands in the object, why in the errors. Groups lack the object. */
export const readUnsupported: ReadKind<'unsupported'> = ({ content, errors }) => {
  const [error] = errors;
  const reason = error?.title ?? error?.message ?? 'WhatsApp does not hand this message over';
  return {
    content: unsupportedContent('unsupported', reason, { what: content.type, providerCode: error?.code }),
  };
};
