import { useText } from '../../i18n/language.ts';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import { signupApi } from '../signup-api.ts';
import type { Step } from '../step.ts';

/** The code that proves whose the number is. */
export const verifyStep: Step = {
  cancelStep: 'PHONE_NUMBER_VERIFICATION',
  isNeeded: ({ progress }) => progress.isUnverified ?? false,
  Body: VerifyForm,
  submit: async (form, { progress }) => {
    await signupApi.verify(progress.phoneNumberId ?? '', readField(form, 'code'));
    return { isUnverified: false };
  },
};

function VerifyForm() {
  const text = useText().signup.verify;
  return (
    <>
      <h2>{text.heading}</h2>
      <Field
        label={text.code}
        name="code"
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{3}-?\d{3}"
        hint={text.sent}
      />
    </>
  );
}
