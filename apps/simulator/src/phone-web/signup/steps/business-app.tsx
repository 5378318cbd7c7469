import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import { signupApi } from '../signup-api.ts';
import type { Step, StepProps } from '../step.ts';

/** The number of a Business app, and the code that app shows. */
export const businessAppStep: Step = {
  cancelStep: 'PHONE_NUMBER_SETUP',
  isNeeded: ({ request }) => request.isCoexistence,
  Body: BusinessAppForm,
  submit: async (form, { progress, request }) => {
    const displayPhoneNumber = readField(form, 'number');
    const { digits } = await signupApi.findApp({
      displayPhoneNumber,
      name: request.businessName || displayPhoneNumber,
    });
    return signupApi.connect({ wabaId: progress.wabaId ?? '', digits, code: readField(form, 'code') });
  },
};

function BusinessAppForm({ request, state }: StepProps) {
  const text = useText().signup.app;
  const [number, setNumber] = useState(state.businessApps[0]?.displayPhoneNumber ?? '');
  const open = async () => {
    // Opened at once: a browser lets a page open windows only while it handles the click.
    const tab = window.open('about:blank', '_blank');
    const { digits } = await signupApi.findApp({
      displayPhoneNumber: number,
      name: request.businessName || number,
    });
    if (tab) tab.location.href = `/business-app/${digits}${window.location.search}`;
  };
  return (
    <>
      <h2>{text.heading}</h2>
      <Field
        label={text.number}
        name="number"
        type="tel"
        required
        list="business-apps"
        value={number}
        onChange={({ target }) => setNumber(target.value)}
      />
      <datalist id="business-apps">
        {state.businessApps.map(({ digits, displayPhoneNumber, name }) => (
          <option key={digits} value={displayPhoneNumber}>
            {name}
          </option>
        ))}
      </datalist>
      <p>
        <a
          href="/business-app"
          onClick={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          {text.open}
        </a>
      </p>
      <Field
        label={text.code}
        name="code"
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        hint={text.hint}
      />
    </>
  );
}
