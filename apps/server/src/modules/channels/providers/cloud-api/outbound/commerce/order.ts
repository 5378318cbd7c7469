import { frame, frameFields } from '../interactive/parts.ts';
import { given, type Outbound } from '../outbound.ts';
import { findExpiryFault, orderFields, toWireOrder } from './order-details.ts';

export const outboundPaymentRequest: Outbound<'payment_request'> = {
  source: 'Meta, Payments API: India, Brazil (2026)',
  fields: { ...frameFields, ...orderFields('interactive.action.parameters', 'order') },
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'order_details',
      ...frame(content, references),
      action: { name: 'review_and_pay', parameters: toWireOrder(content.order) },
    },
  }),
  findTimeFault: ({ order }, now) => findExpiryFault(order, 'order', now),
};

export const outboundOrderStatus: Outbound<'order_status'> = {
  source: 'Meta, Payments API: order status (2026)',
  fields: {
    ...frameFields,
    'interactive.action.parameters.reference_id': 'referenceId',
    'interactive.action.parameters.order': '',
  },
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'order_status',
      ...frame(content, references),
      action: {
        name: 'review_order',
        parameters: {
          reference_id: content.referenceId,
          order: { status: content.status, ...given('description', content.description) },
        },
      },
    },
  }),
};
