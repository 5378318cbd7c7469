import { digitsOf } from '../address.ts';
import { describeTwilioCode } from '../refusals.ts';
import type { ReadTwilioEvent } from './event.ts';
import { attemptName } from './stored-names.ts';

/** Twilio's words and ours. What stands not here is on its way inside Twilio and tells nothing. */
const statuses: ReadonlyMap<string, string> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['failed', 'failed'],
  ['undelivered', 'failed'],
]);

/** Twilio passes on too that it has taken a message: proof for an attempt whose answer was lost. */
const underWay: ReadonlySet<string> = new Set(['accepted', 'queued', 'sending']);

export const readStatus: ReadTwilioEvent = ({ form, receivedAt, phoneNumberId, messageSid }) => {
  const told = form.get('MessageStatus') ?? '';
  const status = statuses.get(told);
  if (status === undefined && !underWay.has(told)) return [];
  const code = Number(form.get('ErrorCode') ?? Number.NaN);
  const details = form.get('ChannelStatusMessage') ?? form.get('ErrorMessage') ?? '';
  return [
    {
      fact: 'status',
      phoneNumberId,
      providerMessageId: messageSid,
      status: status ?? told,
      recipient: digitsOf(form.get('To') ?? '') ?? '',
      groupId: null,
      attemptKey: form.get(attemptName),
      toldAt: receivedAt,
      refusals: Number.isInteger(code) && code > 0 ? [describeTwilioCode(code, details)] : [],
      pricing: null,
    },
  ];
};
