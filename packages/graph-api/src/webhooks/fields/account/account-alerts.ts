import { z } from 'zod';
import { decoration, wireId } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';

export const accountAlerts = defineAccountField(
  'account_alerts',
  z.looseObject({
    /** BUSINESS, PHONE_NUMBER or CURRENT_STATUS_ID. */
    entity_type: z.string(),
    entity_id: decoration(wireId),
    alert_info: z.looseObject({
      alert_type: z.string(),
      /** CRITICAL, WARNING or INFORMATIONAL. */
      alert_severity: decoration(z.string()),
      alert_status: decoration(z.string()),
      alert_description: decoration(z.string()),
    }),
  }),
);
