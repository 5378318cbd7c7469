import { msg } from '@lingui/core/macro';
import { contentLimits, type TemplateButton, type TemplateButtonParameter } from '@renkei/contract';
import { type Field, mapField } from '../../composer/fields/field.ts';
import { groupField } from '../../composer/fields/group-field.tsx';
import { optionalJsonField } from '../../composer/fields/json-field.ts';
import { optionalNumberField } from '../../composer/fields/number-field.tsx';
import { sectionField } from '../../composer/fields/section-field.tsx';
import { optionalTextField, textField } from '../../composer/fields/text-field.tsx';
import { orderField } from '../../composer/forms/payments/order-fields.tsx';
import {
  optionalThumbnailField,
  productIdField,
  productSectionsField,
  sectionFaults,
} from '../../composer/forms/shop/catalog-fields.ts';

type Takes = NonNullable<TemplateButton['takes']>['type'];
type ButtonField = Field<TemplateButtonParameter | undefined>;

/** What each kind of button takes, by the place of the button among the template's buttons. */
const fieldsByType: Readonly<Record<Takes, (button: TemplateButton, index: number) => ButtonField>> = {
  quick_reply: ({ text }, index) =>
    mapField(
      optionalTextField({
        label: msg`Payload of “${text}”`,
        description: msg`Comes back with the tap; without it, the button's own label`,
        limit: contentLimits.templateQuickReplyPayload,
        isAdvanced: true,
      }),
      (payload) => (payload === undefined ? undefined : { type: 'quick_reply', index, payload }),
    ),
  url: ({ text, url }, index) =>
    mapField(
      textField({
        label: msg`End of the address of “${text}”`,
        description: msg`Takes the place of the variable in ${url ?? ''}`,
        limit: contentLimits.templateParameter,
      }),
      (suffix) => ({ type: 'url', index, suffix }),
    ),
  copy_code: (_, index) =>
    mapField(textField({ label: msg`Code to copy`, limit: contentLimits.couponCode }), (code) => ({
      type: 'copy_code',
      index,
      code,
    })),
  flow: ({ text }, index) =>
    mapField(
      groupField(
        {
          token: optionalTextField({
            label: msg`Token of the Flow`,
            description: msg`Comes back with the answer`,
          }),
          data: optionalJsonField({ label: msg`Data for the first screen` }),
        },
        { label: msg`Button “${text}”`, isAdvanced: true },
      ),
      ({ token, data }) =>
        token === undefined && data === undefined ? undefined : { type: 'flow', index, token, data },
    ),
  catalog: (_, index) =>
    mapField(optionalThumbnailField(), (thumbnailProductId) =>
      thumbnailProductId === undefined ? undefined : { type: 'catalog', index, thumbnailProductId },
    ),
  multi_product: ({ text }, index) =>
    sectionField(
      mapField(
        groupField(
          { thumbnailProductId: productIdField(), sections: productSectionsField() },
          { label: msg`Products behind “${text}”` },
        ),
        (values): TemplateButtonParameter => ({ type: 'multi_product', index, ...values }),
        ({ sections }) => sectionFaults(sections, 'sections'),
      ),
    ),
  voice_call: ({ text }, index) =>
    mapField(
      groupField(
        {
          ttlMinutes: optionalNumberField({
            label: msg`Minutes for which it works`,
            min: 1,
            max: contentLimits.voiceCallTtlMinutes,
          }),
          payload: optionalTextField({
            label: msg`Payload`,
            description: msg`Comes back with the call`,
            limit: contentLimits.voiceCallPayload,
          }),
        },
        { label: msg`Button “${text}”`, isAdvanced: true },
      ),
      ({ ttlMinutes, payload }) =>
        ttlMinutes === undefined && payload === undefined
          ? undefined
          : { type: 'voice_call', index, ttlMinutes, payload },
    ),
  order_details: (_, index) =>
    sectionField(mapField(orderField(), (order) => ({ type: 'order_details', index, order }))),
};

/** The fields of all buttons that take something. */
export function buttonFieldsOf(buttons: readonly TemplateButton[]): readonly ButtonField[] {
  return buttons.flatMap((button, index) =>
    button.takes === null ? [] : [fieldsByType[button.takes.type](button, index)],
  );
}
