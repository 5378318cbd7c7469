import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { choiceField } from '../../fields/choice-field.tsx';
import { dateTimeField } from '../../fields/date-time-field.tsx';
import { type Fault, type Field, mapField, wrong } from '../../fields/field.ts';
import { groupField } from '../../fields/group-field.tsx';
import { listField } from '../../fields/list-field.tsx';
import { moneyField, optionalMoneyField } from '../../fields/money-field.ts';
import { numberField } from '../../fields/number-field.tsx';
import { optionalField } from '../../fields/optional-field.tsx';
import { optionalTextField, textField } from '../../fields/text-field.tsx';
import { type OrderDetails, type Priced, totalOf } from './order-details.ts';
import { OrderTotal } from './order-total.tsx';
import { paymentSettingField } from './payment-settings.ts';

const maximumItems = 100;
const maximumQuantity = 100_000;
const maximumPayments = 10;

export function referenceField() {
  return textField({
    label: msg`Order number`,
    description: msg`Your own, once per order: letters, digits, “-”, “_” and “.”`,
    limit: contentLimits.orderReference,
    check: (text) => (/^[\w.-]+$/.test(text) ? null : msg`Only letters, digits, “-”, “_” and “.”`),
  });
}

const items = listField({
  label: msg`Items`,
  itemLabel: msg`Item`,
  add: msg`Add an item`,
  min: 1,
  max: maximumItems,
  of: groupField(
    {
      name: textField({ label: msg`Name`, limit: contentLimits.orderItemName }),
      productId: textField({ label: msg`Product ID` }),
      quantity: numberField({ label: msg`Quantity`, min: 1, max: maximumQuantity, initial: 1 }),
      unitAmountMicros: moneyField({ label: msg`Price of one` }),
      saleAmountMicros: optionalMoneyField({ label: msg`Reduced price` }),
    },
    { isInline: true },
  ),
});

const fields = groupField({
  referenceId: referenceField(),
  goods: choiceField({
    label: msg`What is sold`,
    choices: { physical: msg`Things that are shipped`, digital: msg`Digital goods and services` },
  }),
  currency: choiceField({
    label: msg`Currency`,
    choices: { INR: msg`Indian rupee (INR)`, BRL: msg`Brazilian real (BRL)` },
  }),
  items,
  tax: charge(msg`Tax`),
  shipping: optionalField(charge(msg`Shipping`)),
  discount: optionalField(charge(msg`Discount`)),
  expires: optionalField(
    groupField(
      {
        at: dateTimeField({
          label: msg`Until`,
          leadMs: contentLimits.orderExpirationLeadSeconds * 1000,
        }),
        description: textField({
          label: msg`What is said about it`,
          limit: contentLimits.orderExpirationDescription,
        }),
      },
      { label: msg`Can be paid only for a time`, isInline: true },
    ),
  ),
  payments: listField({
    label: msg`Ways to pay`,
    itemLabel: msg`Way`,
    add: msg`Add a way to pay`,
    min: 1,
    max: maximumPayments,
    of: paymentSettingField(),
  }),
});

/** What is bought and how it is paid; the total is worked out while somebody types. */
export function orderField(): Field<OrderDetails> {
  const order = mapField(
    fields,
    ({ payments, expires, ...rest }): OrderDetails => ({
      ...rest,
      expires: expires?.at === undefined ? undefined : { ...expires, at: expires.at },
      payments: payments.filter((payment) => payment !== undefined),
    }),
    orderFaults,
  );
  return {
    ...order,
    label: msg`Order`,
    View: (props) => (
      <>
        <order.View {...props} />
        <OrderTotal order={order.outputOf(props.value)} />
      </>
    ),
  };
}

function charge(label: MessageDescriptor) {
  return groupField(
    {
      amountMicros: moneyField({ label, initial: 0 }),
      description: optionalTextField({
        label: msg`Description`,
        limit: contentLimits.orderDescription,
      }),
    },
    { label, isInline: true },
  );
}

function orderFaults(order: Priced): readonly Fault[] {
  const dearer = order.items.flatMap(({ saleAmountMicros, unitAmountMicros }, place) =>
    saleAmountMicros !== undefined && saleAmountMicros > unitAmountMicros
      ? [wrong(msg`Must be below the price`, `items.${place}.saleAmountMicros`)]
      : [],
  );
  return totalOf(order).totalMicros < 0
    ? [...dearer, wrong(msg`The discount is larger than the sum`, 'discount.inner.amountMicros')]
    : dearer;
}
