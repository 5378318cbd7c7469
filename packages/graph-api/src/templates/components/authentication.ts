import { z } from 'zod';
import { templateLimits } from '../limits.ts';
import { templateText } from '../values.ts';

const label = templateText(templateLimits.buttonText).optional();

const supportedApp = z.strictObject({
  package_name: templateText(templateLimits.packageName),
  signature_hash: z.string().regex(/^[A-Za-z0-9+/=]{11}$/, {
    error: 'must be 11 characters of a-z, A-Z, 0-9, +, / and =',
  }),
});
const supportedApps = z.array(supportedApp).min(1).max(templateLimits.supportedApps);

/** The body has no text of its own: Meta writes it. */
const body = z.strictObject({
  type: z.literal('BODY'),
  add_security_recommendation: z.boolean().optional(),
});

const footer = z.strictObject({
  type: z.literal('FOOTER'),
  code_expiration_minutes: z
    .int()
    .refine((minutes) => minutes >= 1 && minutes <= templateLimits.codeExpirationMinutes, {
      error: `must lie between 1 and ${templateLimits.codeExpirationMinutes}`,
    }),
});

/** How the code reaches the app: copied by hand, at one tap, or without any. The last two are Android's. */
const otpButton = z.discriminatedUnion('otp_type', [
  z.strictObject({ type: z.literal('OTP'), otp_type: z.literal('COPY_CODE'), text: label }),
  z.strictObject({
    type: z.literal('OTP'),
    otp_type: z.literal('ONE_TAP'),
    text: label,
    autofill_text: label,
    supported_apps: supportedApps,
  }),
  z.strictObject({
    type: z.literal('OTP'),
    otp_type: z.literal('ZERO_TAP'),
    text: label,
    autofill_text: label,
    zero_tap_terms_accepted: z.literal(true),
    supported_apps: supportedApps,
  }),
]);

const buttons = z.strictObject({ type: z.literal('BUTTONS'), buttons: z.array(otpButton).length(1) });

/** An authentication template's parts: nothing but these. (Meta, "Authentication templates", 2026) */
export const authenticationComponent = z.discriminatedUnion('type', [body, footer, buttons]);
