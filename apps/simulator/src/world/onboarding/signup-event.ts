/** Where a person left Embedded Signup, in the words of the CANCEL event. */
export const signupSteps = [
  'BUSINESS_ACCOUNT_SELECTION',
  'WABA_PHONE_PROFILE_PICKER',
  'WHATSAPP_BUSINESS_PROFILE_SETUP',
  'PHONE_NUMBER_SETUP',
  'PHONE_NUMBER_VERIFICATION',
  'PERMISSIONS',
] as const;

export type SignupStep = (typeof signupSteps)[number];

/** What the dialog posts to the page that opened it, as JSON text (Meta: Embedded Signup, session logging). */
export interface SignupEvent {
  readonly type: 'WA_EMBEDDED_SIGNUP';
  readonly event: 'FINISH' | 'FINISH_ONLY_WABA' | 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING' | 'CANCEL';
  readonly data: { readonly [key: string]: unknown };
}

export function cancelledAt(step: SignupStep): SignupEvent {
  return { type: 'WA_EMBEDDED_SIGNUP', event: 'CANCEL', data: { current_step: step } };
}
