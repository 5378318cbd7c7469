import { z } from 'zod';
import { decoration, tolerantList, wireId } from '../wire.ts';
import { graphErrorObject } from './graph-error.ts';

const availability = z.string();

/**
 * `?fields=health_status` of a number, WABA or template: AVAILABLE, LIMITED or BLOCKED; the whole is as its worst part.
 * (Meta, "Health status", 2026)
 */
export const healthStatus = z.looseObject({
  can_send_message: availability,
  entities: tolerantList(
    z.looseObject({
      /** PHONE_NUMBER, WABA, BUSINESS, APP, MESSAGE_TEMPLATE or FLOW; open. */
      entity_type: z.string(),
      id: wireId,
      can_send_message: decoration(availability),
      can_receive_call_sip: decoration(availability),
      /** Why it is LIMITED. */
      additional_info: tolerantList(z.string()),
      /** Why it is BLOCKED. */
      errors: tolerantList(
        graphErrorObject.partial().extend({
          error_code: decoration(z.number()),
          error_description: decoration(z.string()),
          possible_solution: decoration(z.string()),
        }),
      ),
    }),
  ),
});
export type HealthStatus = z.infer<typeof healthStatus>;
