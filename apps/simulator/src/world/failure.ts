import type { StatusError } from './messages.ts';

const href = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes';

/** Title and usual details of the codes that come by webhook (Meta's error page, 2025-12-12). */
const failures: Readonly<Record<number, { readonly title: string; readonly details: string }>> = {
  130429: { title: 'Rate limit hit', details: 'Too many messages were sent from this phone number.' },
  130472: {
    title: "User's number is part of an experiment",
    details: "Failed to send message because this user's phone number is part of an experiment.",
  },
  131009: { title: 'Parameter value is not valid', details: 'Parameter value is not valid.' },
  131026: { title: 'Message undeliverable', details: 'Message Undeliverable.' },
  131042: {
    title: 'Business eligibility payment issue',
    details: 'Message failed to send because there were one or more errors related to your payment method.',
  },
  131047: {
    title: 'Re-engagement message',
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  },
  131048: {
    title: 'Spam rate limit hit',
    details:
      'Message failed to send because there are restrictions on how many messages can be sent from this phone number.',
  },
  131049: {
    title: 'This message was not delivered to maintain healthy ecosystem engagement',
    details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  },
  131050: {
    title: 'User has stopped receiving marketing messages',
    details: 'The recipient has chosen to stop receiving marketing messages on WhatsApp from your business.',
  },
  131053: { title: 'Media upload error', details: 'Unable to upload the media used in the message.' },
};

/** The error object of a `failed` status. */
export function describeFailure(code: number, details?: string): StatusError {
  const failure = failures[code] ?? { title: 'Something went wrong', details: 'Message failed to send.' };
  return {
    code,
    title: failure.title,
    message: failure.title,
    error_data: { details: details ?? failure.details },
    href,
  };
}
