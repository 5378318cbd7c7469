import { z } from 'zod';
import type { Waba } from '../../../world/entities.ts';
import type { GraphCall } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { readInput } from '../../input/read-input.ts';
import { graphBoolean, graphText, graphTextOf } from '../../input/values.ts';

const inputSchema = z.object({
  name: graphTextOf(100, 1).optional(),
  timezone_id: graphText.pipe(z.string().regex(/^\d{1,3}$/, 'must be a valid time zone ID.')).optional(),
  is_enabled_for_insights: graphBoolean.optional(),
});

/** `POST /{waba-id}`: its name, its time zone, and template insights, which cannot be switched off again (200006). */
export function changeWaba(call: GraphCall<Waba>): unknown {
  const input = readInput(call, inputSchema);
  const { name, timezone_id: timezoneId, is_enabled_for_insights: insightsEnabled } = input;
  if (name === undefined && timezoneId === undefined && insightsEnabled === undefined) {
    throw new GraphError(100, { message: '(#100) Need at least one of the parameters to update.' });
  }
  if (insightsEnabled === false && call.node.insightsEnabled) throw new GraphError(200006);
  const waba = {
    ...call.node,
    ...(name === undefined ? {} : { name }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
    ...(insightsEnabled === undefined ? {} : { insightsEnabled }),
  };
  call.simulation.commit({ kind: 'entities', entities: { wabas: [waba] } });
  return { success: true, id: call.node.id };
}
