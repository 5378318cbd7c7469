import { z } from 'zod';
import type { PhoneNumber, Waba } from '../../../world/entities.ts';
import { page } from '../../fields/page.ts';
import { phoneNumberView } from '../../fields/phone-number-fields.ts';
import { selectFields } from '../../fields/select-fields.ts';
import { type Edges, type GraphCall, managementScope, textParameter } from '../../graph-call.ts';
import { readInput } from '../../input/read-input.ts';
import { graphList } from '../../input/values.ts';
import { addPhoneNumber } from '../registration/add-phone-number.ts';

const filterSchema = z.object({
  field: z.enum(['account_mode', 'status', 'display_phone_number', 'verified_name']),
  operator: z.enum(['EQUAL', 'NOT_EQUAL', 'IN', 'CONTAIN']),
  value: z.union([z.string(), z.array(z.string())]),
});

const inputSchema = z.object({
  filtering: graphList(filterSchema).optional(),
  sort: graphList(z.string()).optional(),
});

/** `/{waba-id}/phone_numbers`: last onboarded first, filtered and sorted on demand; numbers are added here. */
export const phoneNumbersEdges: Edges<'waba'> = {
  'POST phone_numbers': addPhoneNumber,
  'GET phone_numbers': {
    scope: managementScope,
    handle(call) {
      const { world } = call.simulation;
      const view = phoneNumberView(world, call.caller.app);
      return page(call, `${call.node.id}/phone_numbers`, listNumbers(call), (node) =>
        selectFields(node, view.fields, view.defaults, textParameter(call, 'fields'), view.graphType),
      );
    },
  },
};

function listNumbers(call: GraphCall<Waba>): PhoneNumber[] {
  const { filtering = [], sort = [] } = readInput(call, inputSchema);
  const { fields } = phoneNumberView(call.simulation.world, call.caller.app);
  const matches = (number: PhoneNumber) =>
    filtering.every(({ field, operator, value }) =>
      compare(String(fields[field]?.(number, { name: field, arguments: {} })), operator, [value].flat()),
    );
  const numbers = [...call.simulation.world.phoneNumbers.values()].filter(
    (number) => number.wabaId === call.node.id && number.status !== 'DELETED' && matches(number),
  );
  const ascending = sort.some((order) => /asc(ending)?$/i.test(order));
  return numbers.sort((left, right) =>
    ascending ? left.lastOnboardedAt - right.lastOnboardedAt : right.lastOnboardedAt - left.lastOnboardedAt,
  );
}

function compare(
  actual: string,
  operator: z.infer<typeof filterSchema>['operator'],
  values: readonly string[],
): boolean {
  if (operator === 'CONTAIN') return values.some((value) => actual.includes(value));
  return operator === 'NOT_EQUAL' ? !values.includes(actual) : values.includes(actual);
}
