import type { JsonObject, Template } from '../entities.ts';
import { refOf } from './tell-template.ts';
import { readTemplateShape } from './template-shape.ts';

/** The value of `message_template_components_update`: a template's texts and buttons in flat keys. */
export function describeComponents(template: Template): JsonObject {
  const { header, body, footer, buttons } = readTemplateShape(template);
  return {
    ...refOf(template),
    ...(header?.text === undefined ? {} : { message_template_title: header.text }),
    message_template_element: body,
    ...(footer === undefined ? {} : { message_template_footer: footer }),
    ...(buttons.length === 0
      ? {}
      : {
          message_template_buttons: buttons.map((button) => ({
            message_template_button_type: button.type,
            ...(button.text === undefined ? {} : { message_template_button_text: button.text }),
            ...(button.url === undefined ? {} : { message_template_button_url: button.url }),
            ...(button.phone_number === undefined
              ? {}
              : { message_template_button_phone_number: button.phone_number }),
          })),
        }),
  };
}
