import { z } from 'zod';
import { phoneKind } from '../kind.ts';

/** An Indian address, filled in or chosen from the saved ones: `nfm_reply` named `address_message`. */
export const addressReplyKind = phoneKind({
  schema: z.strictObject({
    messageId: z.string().min(1),
    savedAddressId: z.string().optional(),
    values: z.record(z.string(), z.string()),
  }),
  build: ({ messageId, savedAddressId, values }) => ({
    type: 'interactive',
    content: {
      type: 'nfm_reply',
      nfm_reply: {
        name: 'address_message',
        body: describeAddress(values),
        response_json: JSON.stringify({
          ...(savedAddressId === undefined ? {} : { saved_address_id: savedAddressId }),
          values,
        }),
      },
    },
    contextId: messageId,
  }),
});

/** Two lines as the chat shows them: who, and where. */
function describeAddress(values: Readonly<Record<string, string>>): string {
  const { name, house_number: house, building_name: building, address, city, in_pin_code: pin } = values;
  const join = (separator: string, ...parts: readonly (string | undefined)[]) =>
    parts.filter((part) => part !== undefined && part !== '').join(separator);
  const street = join(' ', house, building, address);
  return join('\n', name, join(', ', street, join(' ', city, pin)));
}
