import { msg } from '@lingui/core/macro';
import type { paymentSetting } from '@renkei/contract';
import type * as z from 'zod';
import { choiceField } from '../../fields/choice-field.tsx';
import { type Field, mapField } from '../../fields/field.ts';
import { groupField } from '../../fields/group-field.tsx';
import { textField } from '../../fields/text-field.tsx';
import { variantField } from '../../fields/variant-field.tsx';
import { checkWebAddress } from '../checks.ts';

export type PaymentSetting = z.infer<typeof paymentSetting>;

/** How it can be paid. Each is taken in one country only. */
export function paymentSettingField(): Field<PaymentSetting | undefined> {
  return variantField<PaymentSetting>({
    label: msg`Way to pay`,
    variants: {
      payment_gateway: { label: msg`Payment gateway (India)`, field: gateway },
      upi_intent_link: { label: msg`UPI link (India)`, field: upi },
      pix_dynamic_code: { label: msg`Pix (Brazil)`, field: pix },
      payment_link: { label: msg`Payment link (Brazil)`, field: link },
      boleto: { label: msg`Boleto (Brazil)`, field: boleto },
      offsite_card_pay: { label: msg`Saved card (Brazil)`, field: card },
    },
  });
}

const gateway = mapField(
  groupField({
    gateway: choiceField({
      label: msg`Gateway`,
      choices: {
        razorpay: msg`Razorpay`,
        payu: msg`PayU`,
        billdesk: msg`BillDesk`,
        zaakpay: msg`Zaakpay`,
      },
    }),
    configurationName: textField({
      label: msg`Name of the configuration`,
      description: msg`As it is called in Meta's payment settings`,
    }),
  }),
  (values): PaymentSetting => ({ type: 'payment_gateway', ...values }),
);

const upi = mapField(
  groupField({ link: textField({ label: msg`UPI link`, placeholder: 'upi://pay?…' }) }),
  (values): PaymentSetting => ({ type: 'upi_intent_link', ...values }),
);

const pix = mapField(
  groupField({
    code: textField({ label: msg`Pix code`, description: msg`The whole “copy and paste” code`, lines: 2 }),
    merchantName: textField({ label: msg`Name of the recipient` }),
    keyType: choiceField({
      label: msg`Kind of Pix key`,
      choices: {
        CPF: msg`CPF`,
        CNPJ: msg`CNPJ`,
        EMAIL: msg`E-mail`,
        PHONE: msg`Phone`,
        EVP: msg`Random key`,
      },
    }),
    key: textField({ label: msg`Pix key` }),
  }),
  (values): PaymentSetting => ({ type: 'pix_dynamic_code', ...values }),
);

const link = mapField(
  groupField({
    url: textField({
      label: msg`Web address`,
      inputType: 'url',
      placeholder: 'https://',
      check: checkWebAddress,
    }),
  }),
  (values): PaymentSetting => ({ type: 'payment_link', ...values }),
);

const boleto = mapField(
  groupField({ digitableLine: textField({ label: msg`Digitable line` }) }),
  (values): PaymentSetting => ({ type: 'boleto', ...values }),
);

const card = mapField(
  groupField({
    lastFourDigits: textField({
      label: msg`Last four digits`,
      check: (text) => (/^\d{4}$/.test(text) ? null : msg`Four digits`),
    }),
    credentialId: textField({ label: msg`Credential ID` }),
  }),
  (values): PaymentSetting => ({ type: 'offsite_card_pay', ...values }),
);
