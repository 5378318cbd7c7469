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

const body = (content: { readonly body?: string | undefined }) => content.body ?? '';
const nothing = () => '';

const previews: { readonly [Kind in ContentKind]: (content: ContentOf<Kind>) => string } = {
  text: body,
  image: ({ caption }) => caption ?? '',
  video: ({ caption }) => caption ?? '',
  audio: nothing,
  document: ({ caption, fileName }) => caption ?? fileName ?? '',
  sticker: nothing,
  location: ({ name, address }) => name ?? address ?? '',
  contacts: ({ cards }) => cards.map((card) => card.name).join(', '),
  reaction: ({ emoji }) => emoji ?? '',
  template: ({ rendered, name }) => rendered?.body || name,
  buttons: body,
  list: body,
  link_button: body,
  location_request: body,
  whatsapp_flow: body,
  address_request: body,
  carousel: body,
  call_permission_request: body,
  call_button: body,
  contact_info_request: body,
  product: ({ body: text, productId }) => text ?? productId,
  product_list: body,
  product_carousel: body,
  catalog: body,
  payment_request: body,
  order_status: body,
  pin: nothing,
  interactive_reply: ({ title }) => title,
  flow_reply: body,
  address_reply: body,
  call_permission_reply: nothing,
  payment_method_reply: ({ method }) => method,
  order: ({ note, items }) => note || items.map(({ productId }) => productId).join(', '),
  call: nothing,
  welcome_request: nothing,
  system: body,
  revoked: nothing,
  unsupported: nothing,
};
