import { z } from 'zod';
import type { Waba } from '../../../world/entities.ts';
import { addNumber } from '../../../world/registration/add-number.ts';
import { type Edge, type GraphCall, managementScope } from '../../graph-call.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphBoolean, graphText, graphTextOf } from '../../input/values.ts';
import { withGraphErrors } from '../../with-graph-errors.ts';

const inputSchema = z.object({
  cc: graphText.pipe(z.string().regex(/^\+?\d{1,3}$/, 'must be a country calling code.')),
  phone_number: graphTextOf(32, 1),
  verified_name: graphTextOf(75, 2),
  migrate_phone_number: graphBoolean.optional(),
  preverified_id: graphText.optional(),
});

/** `POST /{waba-id}/phone_numbers`: a number by its country code and national part, or one to be moved here. */
export const addPhoneNumber: Edge<'waba'> = {
  scope: managementScope,
  handle(call: GraphCall<Waba>) {
    const input = readInput(call, inputSchema);
    if (input.preverified_id !== undefined) {
      throw badParameter('preverified_id', 'names no pre-verified number of this business.');
    }
    const { id } = withGraphErrors(() =>
      addNumber(call.simulation, {
        wabaId: call.node.id,
        displayPhoneNumber: `+${input.cc.replace('+', '')} ${input.phone_number.trim()}`,
        verifiedName: input.verified_name,
        isMigration: input.migrate_phone_number,
      }),
    );
    return { id };
  },
};
