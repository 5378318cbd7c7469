import { z } from 'zod';
import { decoration, tolerantList } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';
import { templateRef } from './template-ref.ts';

/** A template's text changed, by us or by Meta. `…_title` is the header text, `…_element` the body. */
export const messageTemplateComponentsUpdate = defineAccountField(
  'message_template_components_update',
  templateRef.extend({
    message_template_title: decoration(z.string()),
    message_template_element: decoration(z.string()),
    message_template_footer: decoration(z.string()),
    message_template_buttons: tolerantList(
      z.looseObject({
        message_template_button_type: z.string(),
        message_template_button_text: decoration(z.string()),
        message_template_button_url: decoration(z.string()),
        message_template_button_phone_number: decoration(z.string()),
      }),
    ),
  }),
);
