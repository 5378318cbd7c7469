/** The canonical content of a message: a registry, one entry per kind. */
import * as z from 'zod';
import { orderContent } from './commerce/order.ts';
import { orderStatusContent, paymentMethodReplyContent, paymentRequestContent } from './commerce/payments.ts';
import {
  catalogContent,
  productCarouselContent,
  productContent,
  productListContent,
} from './commerce/products.ts';
import { contactsContent } from './contacts.ts';
import { addressRequestContent } from './interactive/address-request.ts';
import { buttonsContent } from './interactive/buttons.ts';
import { callButtonContent, callContent, callPermissionRequestContent } from './interactive/calls.ts';
import { carouselContent } from './interactive/carousel.ts';
import { contactInfoRequestContent } from './interactive/contact-info-request.ts';
import { linkButtonContent } from './interactive/link-button.ts';
import { listContent } from './interactive/list.ts';
import { locationRequestContent } from './interactive/location-request.ts';
import { whatsappFlowContent } from './interactive/whatsapp-flow.ts';
import { locationContent } from './location.ts';
import { audioContent, documentContent, imageContent, stickerContent, videoContent } from './media.ts';
import { pinContent } from './pin.ts';
import { reactionContent } from './reaction.ts';
import { addressReplyContent } from './replies/address-reply.ts';
import { callPermissionReplyContent } from './replies/call-permission-reply.ts';
import { flowReplyContent } from './replies/flow-reply.ts';
import { interactiveReplyContent } from './replies/interactive-reply.ts';
import { revokedContent } from './revoked.ts';
import { systemContent } from './system.ts';
import { templateContent } from './template/template.ts';
import { textContent } from './text.ts';
import { unsupportedContent } from './unsupported.ts';
import { welcomeRequestContent } from './welcome-request.ts';

/** What a member may send. */
const sendableSchemas = [
  textContent,
  imageContent,
  videoContent,
  audioContent,
  documentContent,
  stickerContent,
  locationContent,
  contactsContent,
  reactionContent,
  templateContent,
  buttonsContent,
  listContent,
  linkButtonContent,
  locationRequestContent,
  whatsappFlowContent,
  addressRequestContent,
  carouselContent,
  callPermissionRequestContent,
  callButtonContent,
  contactInfoRequestContent,
  productContent,
  productListContent,
  productCarouselContent,
  catalogContent,
  paymentRequestContent,
  orderStatusContent,
  pinContent,
] as const;

/** What only comes from the customer or from the provider. */
const receivedSchemas = [
  interactiveReplyContent,
  flowReplyContent,
  addressReplyContent,
  callPermissionReplyContent,
  paymentMethodReplyContent,
  orderContent,
  callContent,
  welcomeRequestContent,
  systemContent,
  revokedContent,
  unsupportedContent,
] as const;

export const sendableContentSchema = z.discriminatedUnion('kind', sendableSchemas);
export type SendableContent = z.infer<typeof sendableContentSchema>;
export type SendableContentInput = z.input<typeof sendableContentSchema>;

export const contentSchema = z.discriminatedUnion('kind', [...sendableSchemas, ...receivedSchemas]);
export type Content = z.infer<typeof contentSchema>;
export type ContentKind = Content['kind'];
export type ContentOf<Kind extends ContentKind> = Extract<Content, { kind: Kind }>;

type Schemas = (typeof sendableSchemas)[number] | (typeof receivedSchemas)[number];
type SchemaOf<Kind extends ContentKind> = Extract<Schemas, z.ZodType<ContentOf<Kind>>>;

/** Each kind's own schema. */
export const contentSchemas = Object.fromEntries(
  [...sendableSchemas, ...receivedSchemas].map((schema) => [schema.shape.kind.value, schema]),
  // Made of the very schemas whose kinds are its keys; `fromEntries` forgets which belong together.
) as { readonly [Kind in ContentKind]: SchemaOf<Kind> };

export const contentKinds = Object.keys(contentSchemas) as readonly ContentKind[];
export const sendableKinds: readonly SendableContent['kind'][] = sendableSchemas.map(
  (schema) => schema.shape.kind.value,
);

export const mediaContentKinds = ['image', 'video', 'audio', 'document', 'sticker'] as const;
export const mediaContentKindSchema = z.enum(mediaContentKinds);
export type MediaContentKind = (typeof mediaContentKinds)[number];
