import type { Content, ContentKind } from '@renkei/contract';
import type { ComponentType } from 'react';
import { lazyView } from './lazy-view.tsx';
import { AudioContent } from './media/audio.tsx';
import { DocumentContent } from './media/document.tsx';
import { ImageContent } from './media/image.tsx';
import { StickerContent } from './media/sticker.tsx';
import { VideoContent } from './media/video.tsx';
import { InteractiveReplyContent } from './plain/interactive-reply.tsx';
import { ReactionContent } from './plain/reaction.tsx';
import { RevokedContent } from './plain/revoked.tsx';
import { SystemContent } from './plain/system.tsx';
import { TextContent } from './plain/text.tsx';
import type { ContentViewProps } from './view-props.ts';

interface ContentEntry<Kind extends ContentKind> {
  readonly view: ComponentType<ContentViewProps<Kind>>;
  /** `bubble` for what people say, `bare` for what has its own shape, `notice` for what happened. */
  readonly frame: 'bubble' | 'bare' | 'notice';
}

/**
 * How each kind of content is shown in a thread. A new kind is one file and one entry here. Kinds that most threads do
 * not have are fetched when they are needed; the number is about how many pixels high they are.
 */
export const contentRegistry: { readonly [Kind in ContentKind]: ContentEntry<Kind> } = {
  text: { view: TextContent, frame: 'bubble' },
  image: { view: ImageContent, frame: 'bubble' },
  video: { view: VideoContent, frame: 'bubble' },
  audio: { view: AudioContent, frame: 'bubble' },
  document: { view: DocumentContent, frame: 'bubble' },
  sticker: { view: StickerContent, frame: 'bare' },
  location: {
    view: lazyView(async () => (await import('./shared/location.tsx')).LocationContent, 214),
    frame: 'bubble',
  },
  contacts: {
    view: lazyView(async () => (await import('./shared/contacts.tsx')).ContactsContent, 150),
    frame: 'bubble',
  },
  reaction: { view: ReactionContent, frame: 'notice' },
  template: {
    view: lazyView(async () => (await import('./template/template.tsx')).TemplateContent, 96),
    frame: 'bubble',
  },
  buttons: {
    view: lazyView(async () => (await import('./interactive/buttons.tsx')).ButtonsContent, 110),
    frame: 'bubble',
  },
  list: {
    view: lazyView(async () => (await import('./interactive/list.tsx')).ListContent, 80),
    frame: 'bubble',
  },
  link_button: {
    view: lazyView(async () => (await import('./interactive/link-button.tsx')).LinkButtonContent, 80),
    frame: 'bubble',
  },
  location_request: {
    view: lazyView(
      async () => (await import('./interactive/location-request.tsx')).LocationRequestContent,
      64,
    ),
    frame: 'bubble',
  },
  whatsapp_flow: {
    view: lazyView(async () => (await import('./interactive/whatsapp-flow.tsx')).WhatsAppFlowContent, 100),
    frame: 'bubble',
  },
  address_request: {
    view: lazyView(
      async () => (await import('./interactive/address-request.tsx')).AddressRequestContent,
      120,
    ),
    frame: 'bubble',
  },
  carousel: {
    view: lazyView(async () => (await import('./interactive/carousel.tsx')).CarouselContent, 330),
    frame: 'bubble',
  },
  call_permission_request: {
    view: lazyView(
      async () => (await import('./interactive/call-permission-request.tsx')).CallPermissionRequestContent,
      84,
    ),
    frame: 'bubble',
  },
  call_button: {
    view: lazyView(async () => (await import('./interactive/call-button.tsx')).CallButtonContent, 84),
    frame: 'bubble',
  },
  contact_info_request: {
    view: lazyView(
      async () => (await import('./interactive/contact-info-request.tsx')).ContactInfoRequestContent,
      64,
    ),
    frame: 'bubble',
  },
  product: {
    view: lazyView(async () => (await import('./commerce/product.tsx')).ProductContent, 100),
    frame: 'bubble',
  },
  product_list: {
    view: lazyView(async () => (await import('./commerce/product-list.tsx')).ProductListContent, 96),
    frame: 'bubble',
  },
  product_carousel: {
    view: lazyView(async () => (await import('./commerce/product-carousel.tsx')).ProductCarouselContent, 180),
    frame: 'bubble',
  },
  catalog: {
    view: lazyView(async () => (await import('./commerce/catalog.tsx')).CatalogContent, 80),
    frame: 'bubble',
  },
  payment_request: {
    view: lazyView(async () => (await import('./commerce/payment-request.tsx')).PaymentRequestContent, 280),
    frame: 'bubble',
  },
  order_status: {
    view: lazyView(async () => (await import('./commerce/order-status.tsx')).OrderStatusContent, 90),
    frame: 'bubble',
  },
  pin: { view: lazyView(async () => (await import('./events/pin.tsx')).PinContent, 20), frame: 'notice' },
  interactive_reply: { view: InteractiveReplyContent, frame: 'bubble' },
  flow_reply: {
    view: lazyView(async () => (await import('./replies/flow-reply.tsx')).FlowReplyContent, 110),
    frame: 'bubble',
  },
  address_reply: {
    view: lazyView(async () => (await import('./replies/address-reply.tsx')).AddressReplyContent, 180),
    frame: 'bubble',
  },
  call_permission_reply: {
    view: lazyView(
      async () => (await import('./replies/call-permission-reply.tsx')).CallPermissionReplyContent,
      46,
    ),
    frame: 'bubble',
  },
  payment_method_reply: {
    view: lazyView(
      async () => (await import('./commerce/payment-method-reply.tsx')).PaymentMethodReplyContent,
      130,
    ),
    frame: 'bubble',
  },
  order: {
    view: lazyView(async () => (await import('./commerce/order.tsx')).OrderContent, 150),
    frame: 'bubble',
  },
  call: { view: lazyView(async () => (await import('./events/call.tsx')).CallContent, 46), frame: 'bubble' },
  welcome_request: {
    view: lazyView(async () => (await import('./events/welcome-request.tsx')).WelcomeRequestContent, 20),
    frame: 'notice',
  },
  system: { view: SystemContent, frame: 'notice' },
  revoked: { view: RevokedContent, frame: 'bubble' },
  unsupported: {
    view: lazyView(async () => (await import('./events/unsupported.tsx')).UnsupportedContent, 68),
    frame: 'bubble',
  },
};

export function contentEntry(content: Content): ContentEntry<ContentKind> {
  // Looked up by the kind of the very content it will be given; the compiler loses that across the union.
  return contentRegistry[content.kind] as ContentEntry<ContentKind>;
}
