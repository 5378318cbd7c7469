import type { OutboundState } from '../../world/messages/messages.ts';
import type { World } from '../../world/world.ts';
import { twilioCodeOf } from './codes.ts';

const statuses: Readonly<Record<string, string>> = {
  accepted: 'queued',
  played: 'read',
  failed: 'undelivered',
};

/** A message as Twilio's API shows it. (Twilio, "Messages resource", 2026-11) */
export function showMessage(
  world: World,
  accountSid: string,
  { message, status, statusTimes, errors }: OutboundState,
) {
  const { id, request, at, waId, phoneNumberId } = message;
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${id}`;
  const sentAt = statusTimes.sent;
  const [error] = errors ?? [];
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: request.Body ?? '',
    date_created: rfc2822(at),
    date_sent: sentAt === undefined ? null : rfc2822(sentAt),
    date_updated: rfc2822(sentAt ?? at),
    direction: 'outbound-api',
    error_code: error ? twilioCodeOf(error.code) : null,
    error_message: error?.error_data.details ?? null,
    from: `whatsapp:+${world.phoneNumbers.get(phoneNumberId)?.digits ?? ''}`,
    messaging_service_sid: request.MessagingServiceSid ?? null,
    num_media: request.MediaUrl === undefined ? '0' : '1',
    num_segments: '1',
    price: null,
    price_unit: 'USD',
    sid: id,
    status: statuses[status] ?? status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: `whatsapp:+${waId}`,
    uri: `${uri}.json`,
  };
}

function rfc2822(atMs: number): string {
  return new Date(atMs).toUTCString().replace('GMT', '+0000');
}
