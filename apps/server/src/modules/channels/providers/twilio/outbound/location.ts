import type { TwilioOutbound } from './define.ts';

/** (Twilio, "Location messages with WhatsApp", 2026-11) */
export const outboundLocation: TwilioOutbound<'location'> = {
  findFault: () => undefined,
  toForm({ latitude, longitude, name, address }) {
    const label = (address ?? name ?? '').replaceAll('|', ' ');
    return {
      Body: name ?? address ?? `${latitude}, ${longitude}`,
      PersistentAction: `geo:${latitude},${longitude}${label === '' ? '' : `|${label}`}`,
    };
  },
};
