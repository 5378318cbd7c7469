/** Every kind of message that can be sent, one line each. */
import type { SendableContent } from '@renkei/contract';
import type { OutboundKind } from '../../../port.ts';
import { outboundOrderStatus, outboundPaymentRequest } from './commerce/order.ts';
import {
  outboundCatalog,
  outboundProduct,
  outboundProductCarousel,
  outboundProductList,
} from './commerce/products.ts';
import { outboundAddressRequest } from './interactive/address-request.ts';
import { outboundButtons } from './interactive/buttons.ts';
import { outboundCallButton } from './interactive/call-button.ts';
import { outboundCallPermissionRequest } from './interactive/call-permission-request.ts';
import { outboundCarousel } from './interactive/carousel.ts';
import { outboundContactInfoRequest } from './interactive/contact-info-request.ts';
import { outboundLinkButton } from './interactive/link-button.ts';
import { outboundList } from './interactive/list.ts';
import { outboundLocationRequest } from './interactive/location-request.ts';
import { outboundWhatsappFlow } from './interactive/whatsapp-flow.ts';
import type { Outbound } from './outbound.ts';
import { outboundContacts } from './plain/contacts.ts';
import { outboundLocation } from './plain/location.ts';
import {
  outboundAudio,
  outboundDocument,
  outboundImage,
  outboundSticker,
  outboundVideo,
} from './plain/media.ts';
import { outboundPin } from './plain/pin.ts';
import { outboundReaction } from './plain/reaction.ts';
import { outboundText } from './plain/text.ts';
import { outboundTemplate } from './template/template.ts';

const outboundKinds: { readonly [Kind in OutboundKind]: Outbound<Kind> } = {
  text: outboundText,
  image: outboundImage,
  video: outboundVideo,
  audio: outboundAudio,
  document: outboundDocument,
  sticker: outboundSticker,
  location: outboundLocation,
  contacts: outboundContacts,
  reaction: outboundReaction,
  template: outboundTemplate,
  buttons: outboundButtons,
  list: outboundList,
  link_button: outboundLinkButton,
  location_request: outboundLocationRequest,
  whatsapp_flow: outboundWhatsappFlow,
  address_request: outboundAddressRequest,
  carousel: outboundCarousel,
  call_permission_request: outboundCallPermissionRequest,
  call_button: outboundCallButton,
  contact_info_request: outboundContactInfoRequest,
  product: outboundProduct,
  product_list: outboundProductList,
  product_carousel: outboundProductCarousel,
  catalog: outboundCatalog,
  payment_request: outboundPaymentRequest,
  order_status: outboundOrderStatus,
  pin: outboundPin,
};

export function outboundOf(content: SendableContent): Outbound<OutboundKind> {
  // The entry found by a content's own kind takes that content; TypeScript cannot follow this through a union.
  return outboundKinds[content.kind] as Outbound<OutboundKind>;
}
