import { z } from 'zod';
import { graphInteger, graphList, graphTextOf } from '../../input/values.ts';

const onOff = z.enum(['ENABLED', 'DISABLED']);
const time = z.string().regex(/^([01]\d|2[0-3])[0-5]\d$/, 'must be a time as HHMM.');
const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

const openHours = z.strictObject({ day_of_week: z.enum(days), open_time: time, close_time: time });
const holiday = z.strictObject({
  date: z.iso.date('must be a date as YYYY-MM-DD.'),
  start_time: time,
  end_time: time,
});

const callHours = z
  .strictObject({
    status: onOff,
    timezone_id: z.string().refine(isTimeZone, 'must be a valid time zone.'),
    weekly_operating_hours: graphList(openHours, { min: 1 }),
    holiday_schedule: graphList(holiday, { max: 20 }).optional(),
  })
  .superRefine(({ weekly_operating_hours: hours }, context) => {
    const refuse = (message: string) =>
      context.addIssue({ code: 'custom', path: ['weekly_operating_hours'], message });
    for (const day of days) {
      const own = hours
        .filter(({ day_of_week }) => day_of_week === day)
        .sort((left, right) => left.open_time.localeCompare(right.open_time));
      if (own.length > 2) refuse('must have at most 2 entries for a day.');
      if (own.some(({ open_time, close_time }) => open_time >= close_time)) {
        refuse('must have an open_time before the close_time.');
      }
      if (own.some((entry, index) => entry.open_time < (own[index - 1]?.close_time ?? ''))) {
        refuse('must not have overlapping entries.');
      }
    }
  });

const sipServer = z.strictObject({
  hostname: z.string().min(1),
  port: graphInteger.pipe(z.int().min(1).max(65_535)).optional(),
  request_uri_user_params: z.record(z.string(), graphTextOf(128)).optional(),
});

/** `calling` of `POST /{phone-number-id}/settings` (Meta: call settings, 2026). */
export const callingSchema = z.strictObject({
  status: onOff.optional(),
  call_icon_visibility: z.enum(['DEFAULT', 'DISABLE_ALL']).optional(),
  call_icons: z
    .strictObject({
      restrict_to_user_countries: graphList(z.string().regex(/^[A-Z]{2}$/, 'must be a country code.')),
    })
    .optional(),
  call_hours: callHours.optional(),
  callback_permission_status: onOff.optional(),
  sip: z
    .strictObject({
      status: onOff,
      servers: graphList(sipServer, { max: 1 }).optional(),
      webhook_delivery: onOff.optional(),
    })
    .optional(),
  srtp_key_exchange_protocol: z.enum(['DTLS', 'SDES']).optional(),
  audio: z.looseObject({}).optional(),
  voicemail: z.looseObject({ timeout_seconds: graphInteger.pipe(z.int().max(30)).optional() }).optional(),
});

export type CallingSettings = z.infer<typeof callingSchema>;

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // RangeError: no such zone.
    return false;
  }
}
