import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { type Choice, signupApi } from '../signup-api.ts';
import type { Step, StepProps } from '../step.ts';

/** The portfolio and the account, chosen or created. */
export const accountStep: Step = {
  cancelStep: 'BUSINESS_ACCOUNT_SELECTION',
  isNeeded: () => true,
  Body: AccountForm,
  submit: (form) =>
    signupApi.chooseAccount({
      portfolio: readChoice(form, 'portfolio'),
      waba: readChoice(form, 'waba'),
    }),
};

function AccountForm({ request, state }: StepProps) {
  const text = useText().signup.account;
  const [portfolioId, setPortfolioId] = useState(state.portfolios[0]?.id ?? '');
  const [wabaId, setWabaId] = useState('');
  const portfolio = state.portfolios.find(({ id }) => id === portfolioId);
  return (
    <>
      <h2>{text.heading}</h2>
      <SelectField
        label={text.portfolio}
        name="portfolio"
        value={portfolioId}
        onChange={({ target }) => {
          setPortfolioId(target.value);
          setWabaId('');
        }}
      >
        {state.portfolios.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="">{text.newPortfolio}</option>
      </SelectField>
      {portfolioId === '' && (
        <Field
          label={text.portfolioName}
          name="portfolioName"
          required
          maxLength={100}
          defaultValue={request.businessName}
        />
      )}
      <SelectField
        label={text.waba}
        name="waba"
        value={wabaId}
        onChange={({ target }) => setWabaId(target.value)}
      >
        <option value="">{text.newWaba}</option>
        {portfolio?.wabas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {wabaId === '' && (
        <Field
          label={text.wabaName}
          name="wabaName"
          required
          maxLength={100}
          key={portfolioId}
          defaultValue={request.businessName || portfolio?.name}
        />
      )}
    </>
  );
}

function readChoice(form: FormData, name: string): Choice {
  const id = readField(form, name);
  return id === '' ? { name: readField(form, `${name}Name`) } : { id };
}
