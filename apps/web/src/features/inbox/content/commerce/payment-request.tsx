import { useLingui } from '@lingui/react/macro';
import { ReceiptText } from 'lucide-react';
import { ActionList } from '../parts/action-list.tsx';
import { Framed } from '../parts/framed.tsx';
import type { ContentViewProps } from '../view-props.ts';
import { Invoice } from './invoice.tsx';

export function PaymentRequestContent({ content, files }: ContentViewProps<'payment_request'>) {
  const { t } = useLingui();
  const { header, body, footer, order } = content;
  return (
    <Framed header={header} body={body} files={files}>
      <Invoice order={order} />
      <Framed footer={footer} files={files} />
      <ActionList actions={[{ icon: ReceiptText, label: t`Review and pay` }]} />
    </Framed>
  );
}
