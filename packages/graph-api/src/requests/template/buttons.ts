import { z } from 'zod';
import { productSections } from '../interactive/catalog/product-sections.ts';
import { orderDetailsParameters } from '../interactive/order/details-parameters.ts';
import { messageLimits } from '../limits.ts';
import { boundedText, retailerId, wholeNumber } from '../values.ts';
import { couponCodeParameter, payloadParameter, textParameter } from './parameters.ts';

/** The button's place among the template's buttons, from 0. Meta takes a string or a number; a string here. */
const index = z.union([z.string().regex(/^\d$/), z.number().int().min(0).max(9).transform(String)], {
  error: `must be a button index from 0 to ${messageLimits.templateButtons - 1}`,
});

/** A button that needs its one parameter. */
function buttonOf<const SubType extends string, Parameter extends z.ZodType>(
  subType: SubType,
  parameter: Parameter,
) {
  return z.strictObject({
    type: z.literal('button'),
    sub_type: z.literal(subType),
    index,
    parameters: z.array(parameter).length(1),
  });
}

/** A button whose parameter may be left out. */
function optionalButtonOf<const SubType extends string, Parameter extends z.ZodType>(
  subType: SubType,
  parameter: Parameter,
) {
  const { parameters, ...rest } = buttonOf(subType, parameter).shape;
  return z.strictObject({ ...rest, parameters: parameters.optional() });
}

function actionOf<Action extends z.ZodType>(action: Action) {
  return z.strictObject({ type: z.literal('action'), action });
}

const flowAction = z.strictObject({
  flow_token: boundedText(1024).optional(),
  flow_action_data: z.record(z.string(), z.unknown()).optional(),
});

/** A voice-call button stands alone of its kind and has no index. */
const voiceCallButton = z.strictObject({
  type: z.literal('button'),
  sub_type: z.literal('voice_call'),
  parameters: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({
          type: z.literal('ttl_minutes'),
          ttl_minutes: wholeNumber(1, messageLimits.voiceCallTtlMinutes),
        }),
        z.strictObject({
          type: z.literal('payload'),
          payload: boundedText(messageLimits.voiceCallPayload),
        }),
      ]),
    )
    .min(1)
    .max(2)
    .optional(),
});

/** What the send gives to each kind of button, by `sub_type`. (Meta, "Template messages", 2026) */
export const templateButton = z.discriminatedUnion('sub_type', [
  buttonOf('quick_reply', payloadParameter),
  /** The text completes the address; also carries the code of authentication templates. */
  buttonOf('url', textParameter),
  buttonOf('copy_code', couponCodeParameter),
  optionalButtonOf('flow', actionOf(flowAction)),
  optionalButtonOf('catalog', actionOf(z.strictObject({ thumbnail_product_retailer_id: retailerId }))),
  buttonOf(
    'mpm',
    actionOf(z.strictObject({ thumbnail_product_retailer_id: retailerId, sections: productSections })),
  ),
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.literal('spm'),
    index,
    parameters: z.array(z.never()).max(0).optional(),
  }),
  voiceCallButton,
  buttonOf('order_details', actionOf(z.strictObject({ order_details: orderDetailsParameters }))),
]);
