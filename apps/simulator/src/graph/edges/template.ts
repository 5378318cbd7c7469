import { selectFields } from '../fields/select-fields.ts';
import { templateFields, templateListDefaults } from '../fields/template-fields.ts';
import type { Edges } from '../graph-call.ts';
import { managementScope, textParameter } from '../graph-call.ts';

/** `/{template-id}`. */
export const templateEdges: Edges<'template'> = {
  'GET ': {
    scope: managementScope,
    handle: (call) =>
      selectFields(
        call.node,
        templateFields,
        templateListDefaults,
        textParameter(call, 'fields'),
        'WhatsAppMessageTemplate',
      ),
  },
};
