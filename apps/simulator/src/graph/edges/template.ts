import type { Edges } from '../graph-call.ts';
import { managementScope, textParameter } from '../graph-call.ts';
import { selectFields } from '../select-fields.ts';
import { templateFields, templateListDefaults } from '../template-fields.ts';

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
