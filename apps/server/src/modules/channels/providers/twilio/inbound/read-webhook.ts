import type { InboundReading } from '../../../inbound.ts';
import { makeStorable } from '../../shared/storable.ts';
import { readMessage } from './read-message.ts';
import { readStatus } from './read-status.ts';
import { receivedAtName } from './stored-names.ts';

/** What a form of Twilio's says, as `toStored` has kept it. Never throws. */
export function readTwilioWebhook(stored: Uint8Array): InboundReading {
  const form = new URLSearchParams(Buffer.from(stored).toString('utf8'));
  const receivedAt = new Date(form.get(receivedAtName) ?? Number.NaN);
  const phoneNumberId = ownNumberOf(form);
  if (phoneNumberId === undefined) return problem('names no WhatsApp number of ours');
  if (Number.isNaN(receivedAt.getTime())) return problem('has no time of arrival');
  const messageSid = form.get('MessageSid') ?? form.get('SmsMessageSid');
  if (messageSid === null) return problem('has no MessageSid');
  const event = { form, receivedAt, phoneNumberId, messageSid };
  return makeStorable({ facts: isStatus(form) ? readStatus(event) : readMessage(event), problems: [] });
}

/** The number of the business: of a status the sender, of a message the recipient. */
export function ownNumberOf(form: URLSearchParams): string | undefined {
  const address = form.get(isStatus(form) ? 'From' : 'To');
  return address?.startsWith('whatsapp:') ? address : undefined;
}

/** A message that comes in has a status as well, but under another name. */
function isStatus(form: URLSearchParams): boolean {
  return form.has('MessageStatus');
}

function problem(detail: string): InboundReading {
  return { facts: [], problems: [`twilio: ${detail}`] };
}
