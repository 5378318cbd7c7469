import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ContentOf } from '@renkei/contract';

type Payment = ContentOf<'payment_request'>['order']['payments'][number];

const names = {
  payment_gateway: msg`Payment gateway`,
  upi_intent_link: msg`UPI`,
  pix_dynamic_code: msg`Pix`,
  payment_link: msg`Payment link`,
  boleto: msg`Boleto`,
  offsite_card_pay: msg`Saved card`,
} as const satisfies Record<Payment['type'], MessageDescriptor>;

/** How a way to pay is called, with what tells it from others of its kind. */
export function usePaymentNames(): (payment: Payment) => string {
  const { i18n } = useLingui();
  return (payment) => {
    const name = i18n._(names[payment.type]);
    if (payment.type === 'payment_gateway') return `${name} (${payment.gateway})`;
    if (payment.type === 'offsite_card_pay') return `${name} •••• ${payment.lastFourDigits}`;
    return name;
  };
}

/** By the provider's word for it, which may be one we do not know. */
export function usePaymentMethodName(): (method: string) => string {
  const { i18n } = useLingui();
  return (method) => (method in names ? i18n._(names[method as keyof typeof names]) : method);
}
