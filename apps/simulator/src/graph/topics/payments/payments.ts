import { z } from 'zod';
import type { PhoneNumber } from '../../../world/entities.ts';
import type { OutboundState } from '../../../world/messages/messages.ts';
import { orderDetailsSchema } from '../../../world/messages/order-details.ts';
import type { World } from '../../../world/world.ts';
import { type Edges, type GraphCall, messagingScope } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';

const pageSize = 1000;

type OrderParameters = z.infer<typeof orderDetailsSchema>['action']['parameters'];

const transactionStatuses = { pending: 'pending', captured: 'success', failed: 'failed' } as const;

/** `GET /{phone-number-id}/payments/{configuration}/{reference}`: what became of an order's payment (Meta: India). */
export const paymentEdges: Edges<'phoneNumber'> = {
  'GET payments/:configuration/:reference': { scope: messagingScope, handle: lookUpPayment },
};

function lookUpPayment({ simulation: { world }, node, pathParameters }: GraphCall<PhoneNumber>): unknown {
  const { configuration = '', reference = '' } = pathParameters;
  const order = findOrder(world, node.id, configuration, reference);
  if (!order) throw new GraphError(100, { message: `(#100) No payment with reference_id ${reference}.` });
  const { parameters, messageId } = order;
  const payment = world.amendments.get(messageId)?.payment;
  const paidAt = payment && Math.floor(payment.paidAt / 1000);
  return {
    payments: [
      {
        reference_id: reference,
        status: payment?.status === 'captured' ? 'captured' : 'pending',
        currency: parameters.currency,
        total_amount: { value: parameters.total_amount.value, offset: parameters.total_amount.offset },
        transactions: payment
          ? [
              {
                id: payment.transactionId,
                type: payment.method,
                status: transactionStatuses[payment.status],
                created_timestamp: paidAt,
                updated_timestamp: paidAt,
              },
            ]
          : [],
      },
    ],
  };
}

/** The newest order of this reference, for a gateway of this name. */
function findOrder(world: World, phoneNumberId: string, configuration: string, reference: string) {
  const { sends } = world;
  for (let end = sends.length; end > 0; end -= pageSize) {
    for (const state of sends.slice(Math.max(0, end - pageSize), end).reverse()) {
      if (state.message.phoneNumberId !== phoneNumberId) continue;
      const parameters = readOrder(state);
      if (parameters?.reference_id !== reference || !isFor(parameters, configuration)) continue;
      return { parameters, messageId: state.message.id };
    }
  }
  return undefined;
}

function readOrder({ message }: OutboundState): OrderParameters | undefined {
  if (message.type !== 'interactive') return undefined;
  const order = orderDetailsSchema.safeParse(message.content);
  return order.success ? order.data.action.parameters : undefined;
}

function isFor(parameters: OrderParameters, configuration: string): boolean {
  const gateways = parameters.payment_settings ?? [];
  return (
    parameters.payment_configuration === configuration ||
    gateways.some(({ payment_gateway: gateway }) => gateway?.configuration_name === configuration)
  );
}
