import { type ReadKind, unsupportedContent } from './define.ts';

export const readMediaPlaceholder: ReadKind<'media_placeholder'> = () => ({
  content: unsupportedContent('media_placeholder', 'the file of this earlier message was not handed over'),
});
