import { z } from 'zod';
import type { Waba } from '../../../world/entities.ts';
import { portfolioOfApp } from '../../../world/partners/change-solution.ts';
import {
  isUsableBy,
  type PreverifiedNumber,
  preverifiedStatus,
} from '../../../world/partners/preverified-number.ts';
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
    const displayPhoneNumber = `+${input.cc.replace('+', '')} ${input.phone_number.trim()}`;
    const preverified =
      input.preverified_id === undefined
        ? undefined
        : findPreverified(call, input.preverified_id, displayPhoneNumber);
    const { id } = withGraphErrors(() =>
      addNumber(call.simulation, {
        wabaId: call.node.id,
        displayPhoneNumber,
        isPreverified: preverified !== undefined,
        verifiedName: input.verified_name,
        isMigration: input.migrate_phone_number,
      }),
    );
    if (preverified) {
      const removed = { entity: 'preverifiedNumbers', key: preverified.id } as const;
      call.simulation.commit({ kind: 'entity-removed', ...removed });
    }
    return { id };
  },
};

/** One that is verified, and belongs to a partner whose app this is or is shared with the account's business. */
function findPreverified(call: GraphCall<Waba>, id: string, displayPhoneNumber: string): PreverifiedNumber {
  const { world, clock } = call.simulation;
  const number = world.preverifiedNumbers.get(id);
  const businessIds = [call.node.portfolioId, portfolioOfApp(world, call.caller.app)];
  if (!number || !businessIds.some((businessId) => isUsableBy(number, businessId))) {
    throw badParameter('preverified_id', 'names no pre-verified number of this business.');
  }
  if (number.digits !== displayPhoneNumber.replace(/\D/g, '')) {
    throw badParameter('preverified_id', 'names another phone number.');
  }
  const status = preverifiedStatus(number, clock.now());
  if (status !== 'VERIFIED') throw badParameter('preverified_id', `names a number that is ${status}.`);
  return number;
}
