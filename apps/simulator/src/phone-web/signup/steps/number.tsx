import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { signupApi } from '../signup-api.ts';
import type { Step, StepProps } from '../step.ts';

const newNumber = 'new';
const noNumber = 'none';

/** A number of the account, a new one, or none. */
export const numberStep: Step = {
  cancelStep: 'PHONE_NUMBER_SETUP',
  isNeeded: ({ request }) => !request.isCoexistence && !request.isWabaOnly,
  Body: NumberForm,
  submit: async (form, { progress }) => {
    const choice = readField(form, 'choice');
    if (choice === noNumber) return {};
    if (choice !== newNumber) return { phoneNumberId: choice };
    const added = await signupApi.addNumber({
      wabaId: progress.wabaId ?? '',
      displayPhoneNumber: readField(form, 'number'),
      verifiedName: readField(form, 'name'),
      method: readField(form, 'method'),
    });
    return { ...added, isUnverified: true };
  },
};

function NumberForm({ request, state, progress }: StepProps) {
  const text = useText().signup.number;
  const wabas = state.portfolios.flatMap((portfolio) => portfolio.wabas);
  const numbers = wabas.find(({ id }) => id === progress.wabaId)?.phoneNumbers ?? [];
  const [choice, setChoice] = useState(numbers[0]?.id ?? newNumber);
  return (
    <>
      <h2>{text.heading}</h2>
      <SelectField
        label={text.choose}
        name="choice"
        value={choice}
        onChange={({ target }) => setChoice(target.value)}
      >
        {numbers.map(({ id, displayPhoneNumber }) => (
          <option key={id} value={id}>
            {displayPhoneNumber}
          </option>
        ))}
        <option value={newNumber}>{text.add}</option>
        <option value={noNumber}>{text.none}</option>
      </SelectField>
      {choice === newNumber && (
        <>
          <Field label={text.number} name="number" type="tel" required hint={text.numberHint} />
          <Field
            label={text.name}
            name="name"
            required
            minLength={2}
            maxLength={75}
            defaultValue={request.displayName}
          />
          <SelectField label={text.method} name="method">
            <option value="SMS">{text.sms}</option>
            <option value="VOICE">{text.voice}</option>
          </SelectField>
        </>
      )}
    </>
  );
}
