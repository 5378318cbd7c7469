import type { ReadKind } from './define.ts';

export const readRevoke: ReadKind<'revoke'> = ({ content }) => ({
  revision: { targetProviderMessageId: content.original_message_id, text: null },
});
