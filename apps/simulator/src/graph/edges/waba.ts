import { page } from '../fields/page.ts';
import { phoneNumberDefaults, phoneNumberFields } from '../fields/phone-number-fields.ts';
import { selectFields } from '../fields/select-fields.ts';
import { templateFields, templateListDefaults } from '../fields/template-fields.ts';
import { wabaDefaults, wabaFields } from '../fields/waba-fields.ts';
import type { Edges } from '../graph-call.ts';
import { managementScope, textParameter } from '../graph-call.ts';
import { subscribedAppsEdges } from './subscribed-apps.ts';

/** `/{waba-id}` and what hangs on it. */
export const wabaEdges: Edges<'waba'> = {
  'GET ': {
    scope: managementScope,
    handle: (call) =>
      selectFields(
        call.node,
        wabaFields(call.simulation.world, call.caller.app),
        wabaDefaults,
        textParameter(call, 'fields'),
        'WhatsAppBusinessAccount',
      ),
  },
  'GET phone_numbers': {
    scope: managementScope,
    handle(call) {
      const { world } = call.simulation;
      const numbers = [...world.phoneNumbers.values()].filter(({ wabaId }) => wabaId === call.node.id);
      const newestFirst = numbers.sort((left, right) => right.lastOnboardedAt - left.lastOnboardedAt);
      const fields = phoneNumberFields(world, call.caller.app);
      return page(call, `${call.node.id}/phone_numbers`, newestFirst, (node) =>
        selectFields(
          node,
          fields,
          phoneNumberDefaults,
          textParameter(call, 'fields'),
          'WhatsAppBusinessPhoneNumber',
        ),
      );
    },
  },
  'GET message_templates': {
    scope: managementScope,
    handle(call) {
      const { world } = call.simulation;
      const wanted = (['name', 'status', 'category', 'language'] as const).flatMap((name) => {
        const value = textParameter(call, name);
        return value === undefined ? [] : [{ name, value }];
      });
      const templates = [...world.templates.values()].filter(
        (template) =>
          template.wabaId === call.node.id &&
          wanted.every(({ name, value }) => template[name].toLowerCase() === value.toLowerCase()),
      );
      return page(call, `${call.node.id}/message_templates`, templates, (node) =>
        selectFields(
          node,
          templateFields,
          templateListDefaults,
          textParameter(call, 'fields'),
          'WhatsAppMessageTemplate',
        ),
      );
    },
  },
  ...subscribedAppsEdges,
};
