import { z } from 'zod';
import { addressMessage } from './address.ts';
import { callPermissionRequestMessage } from './call-permission-request.ts';
import { carouselMessage } from './carousel/carousel.ts';
import { catalogMessage } from './catalog/catalog.ts';
import { productMessage } from './catalog/product.ts';
import { productListMessage } from './catalog/product-list.ts';
import { ctaUrlMessage } from './cta-url.ts';
import { flowMessage } from './flow.ts';
import { listMessage } from './list.ts';
import { locationRequestMessage } from './location-request.ts';
import { orderDetailsMessage } from './order/order-details.ts';
import { orderStatusMessage } from './order/order-status.ts';
import { replyButtonsMessage } from './reply-buttons.ts';
import { requestContactInfoMessage } from './request-contact-info.ts';
import { voiceCallMessage } from './voice-call.ts';

/** Every kind of interactive message, by its `type`. */
export const interactiveContent = z.discriminatedUnion('type', [
  replyButtonsMessage,
  listMessage,
  ctaUrlMessage,
  locationRequestMessage,
  flowMessage,
  productMessage,
  productListMessage,
  catalogMessage,
  carouselMessage,
  addressMessage,
  voiceCallMessage,
  callPermissionRequestMessage,
  requestContactInfoMessage,
  orderDetailsMessage,
  orderStatusMessage,
]);
