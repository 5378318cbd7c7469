import { classifyGraphError } from '@renkei/graph-api';
import type { StatusError } from './messages.ts';

const href = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes';

/** What Meta writes into `error_data.details` of failures that come by webhook (its error page, 2025-12-12). */
const usualDetails: Readonly<Record<number, string>> = {
  130472: "Failed to send message because this user's phone number is part of an experiment.",
  131026: 'Message Undeliverable.',
  131042: 'Message failed to send because there were one or more errors related to your payment method.',
  131047:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  131048:
    'Message failed to send because there are restrictions on how many messages can be sent from this phone number. This may be because too many previous messages were blocked or flagged as spam.',
  131049: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  131050: 'The recipient has chosen to stop receiving marketing messages on WhatsApp from your business.',
  131053: 'Unable to upload the media used in the message.',
};

/** The error object of a `failed` status. */
export function describeFailure(code: number, details?: string): StatusError {
  const title = classifyGraphError(code).title.en;
  return {
    code,
    title,
    message: title,
    error_data: { details: details ?? usualDetails[code] ?? title },
    href,
  };
}
