import type { TemplateButtonParameter } from '@renkei/contract';
import { orderFields, toWireOrder } from '../commerce/order-details.ts';
import { toThumbnail, toWireSection } from '../commerce/products.ts';
import type { FieldNames } from '../content-path.ts';
import { given } from '../outbound.ts';
import type { TemplatePart } from './part.ts';

type ButtonType = TemplateButtonParameter['type'];
type ButtonOf<Type extends ButtonType> = Extract<TemplateButtonParameter, { type: Type }>;

interface ButtonWire<Type extends ButtonType> {
  readonly subType: string;
  /** None: the button is sent without, and Meta takes its own default. */
  readonly parameters: (button: ButtonOf<Type>) => readonly object[];
  /** Our names of what is under the component, relative to the button. */
  readonly fields: FieldNames;
}

/** What each kind of button is given on the wire. */
const buttonWires: { readonly [Type in ButtonType]: ButtonWire<Type> } = {
  quick_reply: {
    subType: 'quick_reply',
    parameters: ({ payload }) => [{ type: 'payload', payload }],
    fields: { 'parameters[0].payload': 'payload' },
  },
  url: {
    subType: 'url',
    parameters: ({ suffix }) => [{ type: 'text', text: suffix }],
    fields: { 'parameters[0].text': 'suffix' },
  },
  copy_code: {
    subType: 'copy_code',
    parameters: ({ code }) => [{ type: 'coupon_code', coupon_code: code }],
    fields: { 'parameters[0].coupon_code': 'code' },
  },
  flow: {
    subType: 'flow',
    parameters: ({ token, data }) =>
      actionOf({ ...given('flow_token', token), ...given('flow_action_data', data) }),
    fields: {
      'parameters[0].action.flow_token': 'token',
      'parameters[0].action.flow_action_data': 'data',
    },
  },
  catalog: {
    subType: 'catalog',
    parameters: ({ thumbnailProductId }) => actionOf(toThumbnail(thumbnailProductId)),
    fields: { 'parameters[0].action.thumbnail_product_retailer_id': 'thumbnailProductId' },
  },
  multi_product: {
    subType: 'mpm',
    parameters: ({ thumbnailProductId, sections }) =>
      actionOf({ ...toThumbnail(thumbnailProductId), sections: sections.map(toWireSection) }),
    fields: {
      'parameters[0].action.thumbnail_product_retailer_id': 'thumbnailProductId',
      'parameters[0].action.sections': 'sections',
      'parameters[0].action.sections[].product_items': 'sections[].productIds',
      'parameters[0].action.sections[].product_items[].product_retailer_id': 'sections[].productIds[]',
    },
  },
  voice_call: {
    subType: 'voice_call',
    parameters: ({ ttlMinutes, payload }) => [
      ...(ttlMinutes === undefined ? [] : [{ type: 'ttl_minutes', ttl_minutes: ttlMinutes }]),
      ...(payload === undefined ? [] : [{ type: 'payload', payload }]),
    ],
    fields: {
      'parameters[].ttl_minutes': 'ttlMinutes',
      'parameters[].payload': 'payload',
    },
  },
  order_details: {
    subType: 'order_details',
    parameters: ({ order }) => actionOf({ order_details: toWireOrder(order) }),
    fields: orderFields('parameters[0].action.order_details', 'order'),
  },
};

/** `fields`: other names than the button's own. */
export function templateButton(
  button: TemplateButtonParameter,
  path: string,
  names: FieldNames = {},
): TemplatePart {
  // The entry found by a button's own type takes that button; TypeScript cannot follow this through a union.
  const { subType, parameters, fields } = buttonWires[button.type] as ButtonWire<ButtonType>;
  const given = parameters(button);
  return {
    wire: {
      type: 'button',
      sub_type: subType,
      // A voice-call button stands alone of its kind and has none. (Meta, "Call button messages and deep links")
      ...(button.type === 'voice_call' ? {} : { index: String(button.index) }),
      ...(given.length > 0 ? { parameters: given } : {}),
    },
    path,
    fields: {
      index: `${path}.index`,
      ...Object.fromEntries(
        Object.entries(fields).map(([wire, ours]) => [wire, names[ours] ?? `${path}.${ours}`]),
      ),
    },
  };
}

function actionOf(action: Readonly<Record<string, unknown>> | undefined): readonly object[] {
  if (action === undefined || Object.keys(action).length === 0) return [];
  return [{ type: 'action', action }];
}
