import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { notify } from '../../webhooks/notify.ts';
import { renderContact } from '../../webhooks/render-inbound.ts';
import { orderDetailsSchema } from '../../world/messages/order-details.ts';
import { userIdIn } from '../../world/user-id.ts';
import { getOutbound } from '../../world/world.ts';
import { requirePhoneNumber } from '../require-phone-number.ts';
import { phoneAction } from './action.ts';

/** The status of the transaction behind each status of a payment. */
const transactionStatus = { pending: 'pending', captured: 'success', failed: 'failed' } as const;

/** Pays what an `order_details` message asks for, tries in vain, or leaves it pending: a payment status follows. */
export const payAction = phoneAction({
  schema: z.strictObject({
    messageId: z.string().min(1),
    status: z.enum(['pending', 'captured', 'failed']),
    method: z.enum(['upi', 'card', 'wallet', 'netbanking']).default('upi'),
  }),
  run({ messageId, status, method }, { runtime: { simulation }, customer }) {
    const { world, clock, random } = simulation;
    const message = getOutbound(world, messageId)?.message;
    const order = orderDetailsSchema.safeParse(message?.content);
    if (!message || message.waId !== customer.waId || !order.success) {
      throw new Refusal(404, `No order to pay in message ${messageId}`);
    }
    const phoneNumber = requirePhoneNumber(world, message.phoneNumberId);
    const { reference_id, currency, total_amount } = order.data.action.parameters;
    const transactionId = `txn_${random.digits(10)}`;
    const now = Math.floor(clock.now() / 1000);
    notify(simulation, {
      phoneNumberId: phoneNumber.id,
      waId: customer.waId,
      field: 'messages',
      value: {
        contacts: renderContact(world, phoneNumber, customer.waId),
        statuses: [
          {
            id: messageId,
            type: 'payment',
            status,
            timestamp: String(now),
            ...(customer.phoneHidden ? {} : { recipient_id: customer.waId }),
            recipient_user_id: userIdIn(world, customer, phoneNumber),
            payment: {
              reference_id,
              amount: { value: total_amount.value, offset: total_amount.offset },
              currency,
              transaction: {
                id: transactionId,
                type: method,
                status: transactionStatus[status],
                created_timestamp: now,
                updated_timestamp: now,
                ...(status === 'failed' ? { error: { code: 'payment_declined', reason: 'Declined' } } : {}),
              },
            },
          },
        ],
      },
    });
    const payment = { status, paidAt: clock.now(), transactionId, method };
    simulation.commit({ kind: 'amended', messageId, amendment: { payment } });
    return { status };
  },
});
