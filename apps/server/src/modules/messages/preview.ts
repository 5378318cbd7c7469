import type { Content, ContentKind, ContentOf } from '@renkei/contract';

const previewCharacters = 200;

/**
 * One line of a message for lists and quotes, in no language of ours: screens put the word for the kind before or in
 * place of it. Empty when there is nothing to quote.
 */
export function previewOf(content: Content): string {
  // The entry of a content's own kind takes that content; the compiler cannot follow the pair through the union.
  const preview = previews[content.kind] as (content: Content) => string;
  const line = preview(content).replace(/\s+/g, ' ').trim();
  return line.length <= previewCharacters ? line : `${line.slice(0, previewCharacters).toWellFormed()}…`;
}

const previews: { readonly [Kind in ContentKind]: (content: ContentOf<Kind>) => string } = {
  text: ({ body }) => body,
  image: ({ caption }) => caption ?? '',
  video: ({ caption }) => caption ?? '',
  audio: () => '',
  document: ({ caption, fileName }) => caption ?? fileName ?? '',
  sticker: () => '',
  location: ({ name, address }) => name ?? address ?? '',
  contacts: ({ cards }) => cards.map((card) => card.name).join(', '),
  reaction: ({ emoji }) => emoji ?? '',
  template: ({ rendered, name }) => rendered?.body ?? name,
  interactive_reply: ({ title }) => title,
  system: ({ body }) => body,
  unsupported: () => '',
};
