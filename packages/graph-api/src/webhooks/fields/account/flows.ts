import { z } from 'zod';
import { decoration, tolerantList, wireId, wireNumber } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';

/** State and health of flows. The answers people give come as `nfm_reply` messages, not here. */
export const flows = defineAccountField(
  'flows',
  z.looseObject({
    /** FLOW_STATUS_CHANGE, ENDPOINT_ERROR_RATE, ENDPOINT_LATENCY, CLIENT_ERROR_RATE, ENDPOINT_AVAILABILITY. */
    event: z.string(),
    flow_id: wireId,
    message: decoration(z.string()),
    old_status: decoration(z.string()),
    new_status: decoration(z.string()),
    /** ACTIVATED or DEACTIVATED. */
    alert_state: decoration(z.string()),
    /** Per cent. */
    error_rate: decoration(wireNumber),
    /** Milliseconds. */
    p50_latency: decoration(wireNumber),
    p90_latency: decoration(wireNumber),
    /** Per cent. */
    availability: decoration(wireNumber),
    /** What the measured value is compared with, in its own unit. */
    threshold: decoration(wireNumber),
    requests_count: decoration(wireNumber),
    errors: tolerantList(
      z.looseObject({ error_type: z.string(), error_rate: wireNumber, error_count: wireNumber }),
    ),
  }),
);
