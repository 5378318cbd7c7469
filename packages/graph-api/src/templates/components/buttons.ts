import { z } from 'zod';
import { templateLimits } from '../limits.ts';
import { templateText } from '../values.ts';

const label = templateText(templateLimits.buttonText);

const urlButton = z
  .strictObject({
    type: z.literal('URL'),
    text: label,
    url: templateText(templateLimits.url),
    /** The whole address as it will read; needed when it ends with a variable. */
    example: z.array(z.string().min(1)).length(1).optional(),
  })
  .superRefine(checkUrl);

const flowButton = z
  .strictObject({
    type: z.literal('FLOW'),
    text: label,
    flow_id: z.union([z.string().min(1), z.number().transform(String)]).optional(),
    flow_name: z.string().min(1).optional(),
    flow_json: z.string().min(1).optional(),
    flow_action: z.enum(['navigate', 'data_exchange']).optional(),
    navigate_screen: z.string().min(1).optional(),
    icon: z.enum(['DOCUMENT', 'PROMOTION', 'REVIEW']).optional(),
  })
  .superRefine((button, context) => {
    const given = [button.flow_id, button.flow_name, button.flow_json].filter((each) => each !== undefined);
    if (given.length === 1) return;
    context.addIssue({ code: 'custom', message: 'must have one of flow_id, flow_name and flow_json' });
  });

export const quickReplyButton = z.strictObject({ type: z.literal('QUICK_REPLY'), text: label });
export const phoneNumberButton = z.strictObject({
  type: z.literal('PHONE_NUMBER'),
  text: label,
  phone_number: templateText(templateLimits.phoneNumber).refine((text) => /^\+?\d+$/.test(text), {
    error: 'must be a phone number',
  }),
});
export { urlButton };

function labelled<const Type extends string>(type: Type) {
  return z.strictObject({ type: z.literal(type), text: label.optional() });
}

/** Every kind of button outside authentication templates. */
export const anyButton = z.discriminatedUnion('type', [
  quickReplyButton,
  urlButton,
  phoneNumberButton,
  z.strictObject({
    type: z.literal('COPY_CODE'),
    example: z.union([
      templateText(templateLimits.couponCode),
      z
        .array(templateText(templateLimits.couponCode))
        .length(1)
        .transform(([code]) => code ?? ''),
    ]),
  }),
  flowButton,
  labelled('CATALOG'),
  labelled('MPM'),
  labelled('SPM'),
  z.strictObject({
    type: z.literal('VOICE_CALL'),
    text: templateText(templateLimits.voiceCallText).optional(),
    ttl_minutes: z
      .int()
      .refine(
        (minutes) =>
          minutes >= templateLimits.voiceCallTtlMinutes.min &&
          minutes <= templateLimits.voiceCallTtlMinutes.max,
        { error: 'must lie between 1440 and 43200' },
      )
      .optional(),
  }),
  labelled('REQUEST_CONTACT_INFO'),
  labelled('ORDER_DETAILS'),
]);

function checkUrl(
  button: { readonly url: string; readonly example?: readonly string[] | undefined },
  context: z.RefinementCtx,
): void {
  const report = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  const fixed = button.url.replace(/\{\{1\}\}$/, '');
  if (/\{\{|\}\}/.test(fixed)) report('url', 'may have one variable, {{1}}, at its end');
  else if (!URL.canParse(fixed) || !/^https?:/.test(fixed)) report('url', 'must be an http or https address');
  else if (fixed !== button.url && button.example === undefined) {
    report('example', 'must have an example of the whole address');
  }
}
