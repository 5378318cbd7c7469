import { z } from 'zod';
import { cardIndex, cardIndexes } from '../interactive/carousel/card-index.ts';
import { requireUnique } from '../interactive/parts.ts';
import { messageLimits } from '../limits.ts';
import { boundedText, webUrl, wholeNumber } from '../values.ts';
import { templateButton } from './buttons.ts';
import { lowerCaseKinds } from './lower-case-kinds.ts';
import { bodyParameter, headerParameter, requireOneNaming } from './parameters.ts';

const header = z.strictObject({ type: z.literal('header'), parameters: z.array(headerParameter).length(1) });

const body = z.strictObject({
  type: z.literal('body'),
  parameters: z.array(bodyParameter).min(1).superRefine(requireOneNaming),
});

const limitedTimeOffer = z.strictObject({
  type: z.literal('limited_time_offer'),
  parameters: z
    .array(
      z.strictObject({
        type: z.literal('limited_time_offer'),
        /** Unix milliseconds. */
        limited_time_offer: z.strictObject({
          expiration_time_ms: wholeNumber(0, Number.MAX_SAFE_INTEGER),
        }),
      }),
    )
    .length(1),
});

/** Where a tap on the header's picture leads. */
const tapTarget = z.strictObject({
  type: z.literal('tap_target_configuration'),
  parameters: z
    .array(
      z.strictObject({
        type: z.literal('tap_target_configuration'),
        tap_target_configuration: z
          .array(z.strictObject({ url: webUrl, title: boundedText(messageLimits.headerText) }))
          .length(1),
      }),
    )
    .length(1),
});

const cardComponents = z
  .array(z.preprocess(lowerCaseKinds, z.discriminatedUnion('type', [header, body, templateButton])))
  .min(1)
  .superRefine(requireOneOfEach);

const carousel = z.strictObject({
  type: z.literal('carousel'),
  cards: z
    .array(z.strictObject({ card_index: cardIndex, components: cardComponents }))
    .min(messageLimits.carouselCardsMin)
    .max(messageLimits.carouselCards)
    .superRefine(cardIndexes),
});

const component = z.preprocess(
  lowerCaseKinds,
  z.discriminatedUnion('type', [header, body, templateButton, limitedTimeOffer, carousel, tapTarget]),
);

/** The components of a template send: each kind once, and each button once. */
export const templateComponents = z.array(component).superRefine(requireOneOfEach);

interface Placed {
  readonly type: string;
  readonly sub_type?: string;
  readonly index?: string;
}

function requireOneOfEach(components: readonly Placed[], context: z.RefinementCtx): void {
  requireUnique(
    components.map(({ type, sub_type: subType, index }, place) => ({
      value: type === 'button' ? `${type} ${index ?? subType}` : type,
      path: [place],
    })),
    context,
  );
}
