import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { choiceField } from '../../fields/choice-field.tsx';
import { wrong } from '../../fields/field.ts';
import { groupField } from '../../fields/group-field.tsx';
import { bodyField, footerField, headerField } from '../../fields/header-field.ts';
import { optionalJsonField } from '../../fields/json-field.ts';
import { optionalTextField, textField } from '../../fields/text-field.tsx';
import { variantField } from '../../fields/variant-field.tsx';
import { flowField } from '../../pickers/flow-field.tsx';
import { defineForm } from '../form.ts';

export const whatsappFlowForm = defineForm({
  kind: 'whatsapp_flow',
  group: 'questions',
  hint: msg`Open one of your WhatsApp Flows`,
  fields: {
    header: headerField(),
    body: bodyField(),
    flow: variantField<{ readonly id: string } | { readonly name: string }>({
      label: msg`Which Flow`,
      variants: {
        id: {
          label: msg`By its ID`,
          field: groupField({ id: flowField() }),
        },
        name: {
          label: msg`By its name`,
          field: groupField({ name: textField({ label: msg`Flow name` }) }),
        },
      },
    }),
    button: textField({ label: msg`Button that opens it`, limit: contentLimits.flowButton }),
    footer: footerField(),
    screen: optionalTextField({
      label: msg`First screen`,
      description: msg`Without it the Flow's own endpoint decides`,
    }),
    data: optionalJsonField({ label: msg`Data for the first screen`, isAdvanced: true }),
    token: optionalTextField({
      label: msg`Token`,
      description: msg`Comes back with the answer`,
      isAdvanced: true,
    }),
    mode: choiceField({
      label: msg`Version`,
      choices: { published: msg`Published`, draft: msg`Draft, for testing` },
      isAdvanced: true,
    }),
  },
  toContent: ({ flow, screen, data, ...values }) => ({
    kind: 'whatsapp_flow',
    ...values,
    flow: flow ?? { id: '' },
    ...(screen === undefined ? {} : { opens: { screen, data } }),
  }),
  faultsOf: ({ screen, data }) =>
    data !== undefined && screen === undefined ? [wrong(msg`Data needs a first screen`, 'screen')] : [],
});
