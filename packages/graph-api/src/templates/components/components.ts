import { z } from 'zod';
import { templateLimits } from '../limits.ts';
import { templateText } from '../values.ts';
import { anyButton, phoneNumberButton, quickReplyButton, urlButton } from './buttons.ts';
import {
  documentHeader,
  gifHeader,
  imageHeader,
  locationHeader,
  productHeader,
  textHeader,
  videoHeader,
} from './header.ts';
import { bodyComponent, cardBody, footerComponent } from './texts.ts';

const buttons = z.strictObject({
  type: z.literal('BUTTONS'),
  buttons: z.array(anyButton).min(1).max(templateLimits.buttons),
});

const callPermissionRequest = z.strictObject({ type: z.literal('CALL_PERMISSION_REQUEST') });

const limitedTimeOffer = z.strictObject({
  type: z.literal('LIMITED_TIME_OFFER'),
  limited_time_offer: z.strictObject({
    text: templateText(templateLimits.offerText),
    has_expiration: z.boolean().optional(),
  }),
});

const cardButton = z.discriminatedUnion('type', [
  quickReplyButton,
  urlButton,
  phoneNumberButton,
  z.strictObject({ type: z.literal('SPM'), text: templateText(templateLimits.buttonText).optional() }),
]);

const cardComponent = z.discriminatedUnion('type', [
  z.discriminatedUnion('format', [imageHeader, videoHeader, productHeader]),
  cardBody,
  z.strictObject({
    type: z.literal('BUTTONS'),
    buttons: z.array(cardButton).min(1).max(templateLimits.cardButtons),
  }),
]);

const carousel = z.strictObject({
  type: z.literal('CAROUSEL'),
  cards: z
    .array(z.strictObject({ components: z.array(cardComponent).min(2) }))
    .min(templateLimits.cardsMin)
    .max(templateLimits.cards),
});

const common = [bodyComponent, footerComponent, buttons, callPermissionRequest] as const;

/** (Meta, "Template components", 2026) */
export const utilityComponent = z.discriminatedUnion('type', [
  z.discriminatedUnion('format', [textHeader, imageHeader, videoHeader, documentHeader, locationHeader]),
  ...common,
]);

export const marketingComponent = z.discriminatedUnion('type', [
  z.discriminatedUnion('format', [
    textHeader,
    imageHeader,
    videoHeader,
    documentHeader,
    gifHeader,
    locationHeader,
    productHeader,
  ]),
  ...common,
  limitedTimeOffer,
  carousel,
]);

export type AnyComponent = z.infer<typeof marketingComponent> | z.infer<typeof cardComponent>;
