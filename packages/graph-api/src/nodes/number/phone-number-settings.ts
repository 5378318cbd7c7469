import { z } from 'zod';
import { boundedText } from '../../requests/values.ts';
import { decoration, tolerantList, wireTimestamp } from '../../wire.ts';

const onOff = z.enum(['ENABLED', 'DISABLED']);
const time = z.string().regex(/^([01]\d|2[0-3])[0-5]\d$/, { error: 'must be a time such as 0900' });

const openingHours = z
  .strictObject({
    day_of_week: z.enum(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']),
    open_time: time,
    close_time: time,
  })
  .refine(({ open_time: open, close_time: close }) => open < close, {
    path: ['close_time'],
    error: 'must be later than open_time',
  });

const callHours = z.strictObject({
  status: onOff,
  timezone_id: boundedText(64).optional(),
  weekly_operating_hours: z.array(openingHours).min(1).superRefine(checkWeek).optional(),
  /** Leaving it out deletes the holidays. */
  holiday_schedule: z
    .array(
      z.strictObject({
        date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be written YYYY-MM-DD' }),
        start_time: time,
        end_time: time,
      }),
    )
    .max(20)
    .optional(),
});

const sipServer = z.strictObject({
  hostname: boundedText(253),
  port: z.number().int().min(1).max(65_535).optional(),
  request_uri_user_params: z.record(z.string(), z.string().max(128)).optional(),
});

const calling = z.strictObject({
  status: onOff.optional(),
  call_icon_visibility: z.enum(['DEFAULT', 'DISABLE_ALL']).optional(),
  call_icons: z.strictObject({ restrict_to_user_countries: z.array(z.string().length(2)) }).optional(),
  call_hours: callHours.optional(),
  callback_permission_status: onOff.optional(),
  sip: z.strictObject({ status: onOff, servers: z.array(sipServer).max(1).optional() }).optional(),
  srtp_key_exchange_protocol: z.enum(['DTLS', 'SDES']).optional(),
});

const storage = z.strictObject({
  status: z.enum([
    'IN_COUNTRY_STORAGE_ENABLED',
    'IN_COUNTRY_STORAGE_DISABLED',
    'NO_STORAGE_ENABLED',
    'DEFAULT',
  ]),
  data_localization_region: z.string().length(2).optional(),
  retention_minutes: z.literal(60).optional(),
});

/** `POST /{phone-number-id}/settings`: one feature at a time. (Meta, "Phone number settings", 2026) */
export const phoneNumberSettingsUpdate = z
  .strictObject({
    calling: calling.optional(),
    user_identity_change: z.strictObject({ enable_identity_key_check: z.boolean() }).optional(),
    payload_encryption: z
      .strictObject({ status: onOff, client_encryption_key: boundedText(10_000).optional() })
      .optional(),
    storage_configuration: storage.optional(),
  })
  .refine((given) => Object.keys(given).length === 1, { error: 'must set one feature' });
export type PhoneNumberSettingsUpdate = z.infer<typeof phoneNumberSettingsUpdate>;

/** `GET` from the same path. */
export const phoneNumberSettingsAnswer = z.looseObject({
  calling: decoration(
    z.looseObject({
      status: decoration(z.string()),
      call_icon_visibility: decoration(z.string()),
      callback_permission_status: decoration(z.string()),
      srtp_key_exchange_protocol: decoration(z.string()),
      sip: decoration(z.looseObject({ status: decoration(z.string()) })),
      restrictions: decoration(
        z.looseObject({
          restrictions_list: tolerantList(
            z.looseObject({
              type: z.string(),
              reason: decoration(z.string()),
              expiration: decoration(wireTimestamp),
            }),
          ),
        }),
      ),
    }),
  ),
  user_identity_change: decoration(z.looseObject({ enable_identity_key_check: decoration(z.boolean()) })),
  payload_encryption: decoration(z.looseObject({ status: decoration(z.string()) })),
  storage_configuration: decoration(
    z.looseObject({
      status: decoration(z.string()),
      data_localization_region: decoration(z.string()),
      retention_minutes: decoration(z.number()),
    }),
  ),
});

type OpeningHours = z.infer<typeof openingHours>;

/** At most two spans a day, and none over another. */
function checkWeek(week: readonly OpeningHours[], context: z.RefinementCtx): void {
  for (const [index, span] of week.entries()) {
    const earlier = week.slice(0, index).filter(({ day_of_week: day }) => day === span.day_of_week);
    const overlaps = earlier.some(
      (other) => span.open_time < other.close_time && other.open_time < span.close_time,
    );
    if (earlier.length >= 2 || overlaps) {
      const message = 'must be one of at most two spans a day that do not overlap';
      context.addIssue({ code: 'custom', path: [index], message });
    }
  }
}
