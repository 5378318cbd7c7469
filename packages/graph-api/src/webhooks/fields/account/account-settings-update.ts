import { z } from 'zod';
import { decoration, wireId, wireTimestamp } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';

/** `type` names the object that holds the new settings. */
export const accountSettingsUpdate = defineAccountField(
  'account_settings_update',
  z.looseObject({
    messaging_product: decoration(z.string()),
    type: z.string(),
    timestamp: decoration(wireTimestamp),
    phone_number_settings: decoration(
      z.looseObject({
        phone_number_id: decoration(wireId),
        calling: decoration(
          z.looseObject({
            status: decoration(z.string()),
            call_icon_visibility: decoration(z.string()),
            callback_permission_status: decoration(z.string()),
            srtp_key_exchange_protocol: decoration(z.string()),
            sip: decoration(z.looseObject({ status: decoration(z.string()) })),
          }),
        ),
      }),
    ),
  }),
);
