import { z } from 'zod';
import { decoration, wireId, wireTimestamp } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';

export const paymentConfigurationUpdate = defineAccountField(
  'payment_configuration_update',
  z.looseObject({
    configuration_name: z.string(),
    provider_name: decoration(z.string()),
    provider_mid: decoration(wireId),
    /** `Active`, `Needs Connecting` or `Needs Testing`. */
    status: z.string(),
    created_timestamp: decoration(wireTimestamp),
    updated_timestamp: decoration(wireTimestamp),
  }),
);
