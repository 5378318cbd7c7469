import type { orderDetails, paymentSetting } from '@renkei/contract';
import { messageLimits } from '@renkei/graph-api';
import type * as z from 'zod';
import type { FieldNames } from '../content-path.ts';
import { given, type TimeFault } from '../outbound.ts';

type Order = z.infer<typeof orderDetails>;
type Payment = z.infer<typeof paymentSetting>;

/**
 * A bill on Meta's wire. Amounts go as hundredths; the totals are worked out here, because Meta refuses a bill whose
 * numbers do not add up. An amount that is no whole number of hundredths stays a fraction, which the schema refuses there;
 * totals count it as the next whole one, so that the refusal names the amount itself.
 */
export function toWireOrder(order: Order) {
  const subtotal = order.items.reduce(
    (sum, { quantity, unitAmountMicros, saleAmountMicros }) =>
      sum + quantity * wholeHundredths(saleAmountMicros ?? unitAmountMicros),
    0,
  );
  const total =
    subtotal +
    wholeHundredths(order.tax.amountMicros) +
    wholeHundredths(order.shipping?.amountMicros ?? 0) -
    wholeHundredths(order.discount?.amountMicros ?? 0);
  return {
    reference_id: order.referenceId,
    type: order.goods === 'physical' ? 'physical-goods' : 'digital-goods',
    currency: order.currency,
    total_amount: { value: total, offset: 100 },
    ...(order.currency === 'BRL' ? { payment_type: 'br' } : {}),
    payment_settings: order.payments.map(toWirePayment),
    order: {
      status: 'pending',
      items: order.items.map(toWireItem),
      subtotal: { value: subtotal, offset: 100 },
      tax: toCharge(order.tax),
      ...given('shipping', order.shipping && toCharge(order.shipping)),
      ...given('discount', order.discount && toCharge(order.discount)),
      ...given('expiration', order.expires && toExpiration(order.expires)),
    },
  };
}

/** Our names of what `toWireOrder` puts under `wire`. */
export function orderFields(wire: string, ours: string): FieldNames {
  return {
    [wire]: ours,
    [`${wire}.reference_id`]: `${ours}.referenceId`,
    [`${wire}.type`]: `${ours}.goods`,
    // The only way to a total that Meta does not take is a discount greater than the rest.
    [`${wire}.total_amount.value`]: `${ours}.discount.amountMicros`,
    [`${wire}.payment_settings`]: `${ours}.payments`,
    [`${wire}.payment_settings[].payment_gateway.configuration_name`]: `${ours}.payments[].configurationName`,
    [`${wire}.payment_settings[].upi_intent_link`]: `${ours}.payments[]`,
    [`${wire}.payment_settings[].pix_dynamic_code`]: `${ours}.payments[]`,
    [`${wire}.payment_settings[].pix_dynamic_code.merchant_name`]: `${ours}.payments[].merchantName`,
    [`${wire}.payment_settings[].payment_link.uri`]: `${ours}.payments[].url`,
    [`${wire}.payment_settings[].boleto.digitable_line`]: `${ours}.payments[].digitableLine`,
    [`${wire}.payment_settings[].offsite_card_pay.credential_id`]: `${ours}.payments[].credentialId`,
    [`${wire}.order`]: ours,
    [`${wire}.order.subtotal`]: `${ours}.items`,
    [`${wire}.order.items[].retailer_id`]: `${ours}.items[].productId`,
    [`${wire}.order.items[].amount.value`]: `${ours}.items[].unitAmountMicros`,
    [`${wire}.order.items[].sale_amount.value`]: `${ours}.items[].saleAmountMicros`,
    [`${wire}.order.tax.value`]: `${ours}.tax.amountMicros`,
    [`${wire}.order.shipping.value`]: `${ours}.shipping.amountMicros`,
    [`${wire}.order.discount.value`]: `${ours}.discount.amountMicros`,
    [`${wire}.order.expiration.timestamp`]: `${ours}.expires.at`,
    [`${wire}.order.expiration.description`]: `${ours}.expires.description`,
  };
}

/** A bill needs time to be paid. */
export function findExpiryFault({ expires }: Order, path: string, now: Date): TimeFault | undefined {
  const leadSeconds = messageLimits.orderExpirationLeadSeconds;
  if (expires === undefined || Date.parse(expires.at) - now.getTime() >= leadSeconds * 1000) return undefined;
  return {
    path: `${path}.expires.at`,
    details: {
      en: `must lie at least ${leadSeconds} seconds ahead, is ${expires.at}`,
      ja: `送信時点から${leadSeconds}秒以上先の日時にしてください（現在 ${expires.at}）`,
    },
  };
}

const microsPerHundredth = 10_000;

function toAmount(amountMicros: number) {
  return { value: amountMicros / microsPerHundredth, offset: 100 };
}

function wholeHundredths(amountMicros: number): number {
  return Math.ceil(amountMicros / microsPerHundredth);
}

function toCharge({ amountMicros, description }: Order['tax']) {
  return { ...toAmount(amountMicros), ...given('description', description) };
}

function toWireItem({
  productId,
  name,
  quantity,
  unitAmountMicros,
  saleAmountMicros,
}: Order['items'][number]) {
  return {
    retailer_id: productId,
    name,
    quantity,
    amount: toAmount(unitAmountMicros),
    ...given('sale_amount', saleAmountMicros === undefined ? undefined : toAmount(saleAmountMicros)),
  };
}

function toExpiration({ at, description }: NonNullable<Order['expires']>) {
  return { timestamp: String(Math.floor(Date.parse(at) / 1000)), description };
}

const paymentWires: {
  readonly [Type in Payment['type']]: (payment: Extract<Payment, { type: Type }>) => object;
} = {
  payment_gateway: ({ gateway, configurationName }) => ({
    type: gateway,
    configuration_name: configurationName,
  }),
  upi_intent_link: ({ link }) => ({ link }),
  pix_dynamic_code: ({ code, merchantName, key, keyType }) => ({
    code,
    merchant_name: merchantName,
    key,
    key_type: keyType,
  }),
  payment_link: ({ url }) => ({ uri: url }),
  boleto: ({ digitableLine }) => ({ digitable_line: digitableLine }),
  offsite_card_pay: ({ lastFourDigits, credentialId }) => ({
    last_four_digits: lastFourDigits,
    credential_id: credentialId,
  }),
};

function toWirePayment(payment: Payment) {
  // The entry found by a payment's own type takes that payment; TypeScript cannot follow this through a union.
  const toWire = paymentWires[payment.type] as (payment: Payment) => object;
  return { type: payment.type, [payment.type]: toWire(payment) };
}
