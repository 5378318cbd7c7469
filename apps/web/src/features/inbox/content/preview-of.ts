import type { Content, ContentKind, ContentOf, Message } from '@renkei/contract';
import { plainText } from '../rich-text/plain-text.ts';

type Previews = { readonly [Kind in ContentKind]?: (content: ContentOf<Kind>) => string };

/** Where the first words are not simply the body or the caption. */
const previews: Previews = {
  template: ({ rendered, name }) => plainText(rendered?.body ?? name),
  reaction: ({ emoji }) => emoji ?? '',
  interactive_reply: ({ title }) => title,
  location: ({ name, address }) => name ?? address ?? '',
  contacts: ({ cards }) => cards.map(({ name }) => name).join(', '),
  document: ({ caption, fileName }) => plainText(caption ?? '') || (fileName ?? ''),
  product: ({ body, productId }) => plainText(body ?? '') || productId,
  order: ({ note, items }) => plainText(note ?? '') || items.map(({ productId }) => productId).join(', '),
  // WhatsApp's own word for the answer says nothing; the name of the kind says more.
  flow_reply: () => '',
};

/** The first words of a message, for a quote of it; empty where only its kind can be said. */
export function previewOf({ content, media }: Pick<Message, 'content' | 'media'>): string {
  // Looked up by the kind of the very content it will be given; the compiler loses that across the union.
  const special = previews[content.kind] as ((content: Content) => string) | undefined;
  const words = special?.(content) ?? plainText(ordinaryWords(content));
  return words === '' && content.kind === 'document' ? (media?.fileName ?? '') : words;
}

function ordinaryWords(content: Content): string {
  if ('body' in content && content.body !== undefined) return content.body;
  return 'caption' in content ? (content.caption ?? '') : '';
}
