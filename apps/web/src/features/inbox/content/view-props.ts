import type { ContentKind, ContentOf, Media, Message } from '@renkei/contract';

/** The files that the content names, by their ids. */
export type Files = ReadonlyMap<string, Media>;

/** All that a view needs: what is being written can be shown by it as well as what has been sent. */
export interface ContentViewProps<Kind extends ContentKind = ContentKind> {
  readonly content: ContentOf<Kind>;
  readonly files: Files;
}

export function filesOf({ media, files }: Pick<Message, 'media' | 'files'>): Files {
  const all = media === null ? files : [media, ...files];
  return new Map(all.map((file) => [file.id, file]));
}
