/** Every kind that is made in a form. A new kind is one file and one line here. */
import type { SendableContent } from '@renkei/contract';
import { callButtonForm } from './calls/call-button.ts';
import { callPermissionRequestForm } from './calls/call-permission-request.ts';
import type { Form } from './form.ts';
import { pinForm } from './groups/pin.ts';
import { orderStatusForm } from './payments/order-status.ts';
import { paymentRequestForm } from './payments/payment-request.ts';
import { contactsForm } from './places/contacts.ts';
import { locationForm } from './places/location.ts';
import { addressRequestForm } from './questions/address-request.ts';
import { buttonsForm } from './questions/buttons.ts';
import { carouselForm } from './questions/carousel.ts';
import { contactInfoRequestForm } from './questions/contact-info-request.ts';
import { linkButtonForm } from './questions/link-button.ts';
import { listForm } from './questions/list.ts';
import { locationRequestForm } from './questions/location-request.ts';
import { whatsappFlowForm } from './questions/whatsapp-flow.ts';
import { catalogForm } from './shop/catalog.ts';
import { productForm } from './shop/product.ts';
import { productCarouselForm } from './shop/product-carousel.ts';
import { productListForm } from './shop/product-list.ts';

/** In the order of the menu. */
export const forms: readonly Form[] = [
  locationForm,
  contactsForm,
  buttonsForm,
  listForm,
  linkButtonForm,
  carouselForm,
  locationRequestForm,
  contactInfoRequestForm,
  addressRequestForm,
  whatsappFlowForm,
  productForm,
  productListForm,
  productCarouselForm,
  catalogForm,
  callButtonForm,
  callPermissionRequestForm,
  paymentRequestForm,
  orderStatusForm,
  pinForm,
];

/** What is made elsewhere: typed, attached, tapped on a message, or chosen among the templates. */
export const madeElsewhere = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'reaction',
  'template',
] as const satisfies readonly SendableContent['kind'][];
