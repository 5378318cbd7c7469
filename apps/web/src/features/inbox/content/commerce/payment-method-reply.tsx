import { Trans, useLingui } from '@lingui/react/macro';
import { CreditCard } from 'lucide-react';
import { formatDateTime } from '../../../../lib/format-time.ts';
import { useLanguage } from '../../../../lib/i18n.ts';
import { type Fact, FactTable } from '../parts/fact-table.tsx';
import { Origin } from '../parts/origin.tsx';
import type { ContentViewProps } from '../view-props.ts';
import { usePaymentMethodName } from './payment-names.ts';

export function PaymentMethodReplyContent({ content }: ContentViewProps<'payment_method_reply'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = usePaymentMethodName();
  const facts: readonly Fact[] = [
    {
      name: t`Way to pay`,
      value: [nameOf(content.method), content.lastFourDigits].filter((part) => part !== null).join(' •••• '),
    },
    { name: t`Order`, value: content.referenceId },
    { name: t`Agreed at`, value: content.paidAt === null ? null : formatDateTime(content.paidAt, language) },
  ];
  return (
    <>
      <Origin icon={CreditCard}>
        <Trans>Agreed to the payment</Trans>
      </Origin>
      <FactTable caption={t`Payment`} facts={facts.filter(({ value }) => value !== null)} />
    </>
  );
}
