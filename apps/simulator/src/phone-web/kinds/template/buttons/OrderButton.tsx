import { CreditCard } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { useText } from '../../../i18n/language.ts';
import { OrderSheet } from '../../interactive/orders/OrderSheet.tsx';
import { orderDetailsSchema } from '../../interactive/orders/order-details.ts';
import { AnswerButton } from '../../parts/AnswerButton.tsx';
import type { TemplateButtonProps } from '../template-button.ts';
import { DeadButton } from './DeadButton.tsx';

const actionSchema = z.looseObject({ order_details: orderDetailsSchema.shape.parameters });

export function OrderButton({ button, message }: TemplateButtonProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const order = actionSchema.safeParse(button.action).data?.order_details;
  if (!order) return <DeadButton button={button} message={message} />;
  return (
    <>
      <AnswerButton
        title={button.text ?? text.orders.reviewAndPay}
        icon={CreditCard}
        onPress={() => setOpen(true)}
      />
      {isOpen && <OrderSheet order={order} message={message} onClose={() => setOpen(false)} />}
    </>
  );
}
