import type { ContentKind, ContentOf, Message } from '@renkei/contract';

export interface ContentViewProps<Kind extends ContentKind = ContentKind> {
  readonly content: ContentOf<Kind>;
  readonly message: Message;
}
