import { z } from 'zod';
import { locationContent } from '../content/location.ts';
import { headerDocument, headerMedia } from '../content/media.ts';
import { productReference } from '../interactive/parts.ts';
import { messageLimits } from '../limits.ts';
import { problemCode } from '../problem.ts';
import { boundedText } from '../values.ts';

/** `parameter_name` in templates whose `parameter_format` is NAMED. */
const parameterName = boundedText(512).optional();

/** Meta refuses these in values, because they could rebuild the template's layout. */
const forbiddenSpace = /[\n\r\t]| {5}/;

export const textParameter = z.strictObject({
  type: z.literal('text'),
  parameter_name: parameterName,
  text: boundedText(messageLimits.templateParameter).refine((value) => !forbiddenSpace.test(value), {
    error: 'must not have line breaks, tabs or more than four spaces in a row',
    params: problemCode('templateParameterValue'),
  }),
});

/** Cloud API always shows `fallback_value`. */
const currencyParameter = z.strictObject({
  type: z.literal('currency'),
  parameter_name: parameterName,
  currency: z.strictObject({
    fallback_value: boundedText(messageLimits.templateParameter),
    code: z.string().regex(/^[A-Z]{3}$/, { error: 'must be an ISO 4217 code' }),
    amount_1000: z.number().int(),
  }),
});

/** Cloud API always shows `fallback_value`. */
const dateTimeParameter = z.strictObject({
  type: z.literal('date_time'),
  parameter_name: parameterName,
  date_time: z.strictObject({ fallback_value: boundedText(messageLimits.templateParameter) }),
});

/** Becomes the invite link of the group on delivery. */
const groupIdParameter = z.strictObject({
  type: z.literal('group_id'),
  parameter_name: parameterName,
  group_id: boundedText(1024),
});

export const bodyParameter = z.discriminatedUnion('type', [
  textParameter,
  currencyParameter,
  dateTimeParameter,
  groupIdParameter,
]);

export const headerParameter = z.discriminatedUnion('type', [
  textParameter,
  z.strictObject({ type: z.literal('image'), image: headerMedia }),
  z.strictObject({ type: z.literal('video'), video: headerMedia }),
  z.strictObject({ type: z.literal('document'), document: headerDocument }),
  /** An MP4 of at most 3.5 MB, shown in a loop; Marketing Messages API only. */
  z.strictObject({ type: z.literal('gif'), gif: headerMedia }),
  z.strictObject({ type: z.literal('location'), location: locationContent }),
  z.strictObject({ type: z.literal('product'), product: productReference }),
]);

export const payloadParameter = z.strictObject({
  type: z.literal('payload'),
  payload: boundedText(messageLimits.templateQuickReplyPayload),
});

export const couponCodeParameter = z.strictObject({
  type: z.literal('coupon_code'),
  coupon_code: boundedText(messageLimits.couponCode),
});

/** Either all parameters of a component are named or none; mixing is refused with 132012. */
export function requireOneNaming(
  parameters: readonly { readonly parameter_name?: string | undefined }[],
  context: z.RefinementCtx,
): void {
  const named = parameters.filter(({ parameter_name: name }) => name !== undefined).length;
  if (named === 0 || named === parameters.length) return;
  context.addIssue({
    code: 'custom',
    message: 'must be all named or all positional',
    params: problemCode('templateParameterFormat'),
  });
}
