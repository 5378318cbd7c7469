import type { ReadKind } from './define.ts';

export const readText: ReadKind<'text'> = ({ content }) => ({
  content: { kind: 'text', body: content.body },
});
