import type { WebhookReceiver } from '../../../webhook-receiver.ts';
import { attemptParameter } from '../outbound/build-message.ts';
import { ownNumberOf, readTwilioWebhook } from './read-webhook.ts';
import { isSignedByTwilio } from './signature.ts';
import { attemptName, receivedAtName } from './stored-names.ts';

/** Form posts, one event each. (Twilio, "Messaging webhooks", 2026-11) */
export const twilioWebhooks: WebhookReceiver = {
  isGenuine: ({ url, body, headers }, { signingKey }) =>
    isSignedByTwilio(signingKey, { url, body, signature: headers['x-twilio-signature'] }),
  findForeignNumber(body, known) {
    const number = ownNumberOf(new URLSearchParams(body.toString('utf8')));
    return number === undefined || known.has(number) ? undefined : number;
  },
  /** Twilio tells no time, and the attempt key stands in the address: both are kept in front of the body. */
  toStored({ url, body, receivedAt }) {
    const attempt = new URL(url).searchParams.get(attemptParameter);
    const kept = new URLSearchParams({
      [receivedAtName]: receivedAt.toISOString(),
      ...(attempt === null ? {} : { [attemptName]: attempt }),
    });
    return Buffer.concat([Buffer.from(`${kept.toString()}&`), body]);
  },
  read: readTwilioWebhook,
  // Anything said here would be sent to the customer as a reply.
  answer: { contentType: 'text/xml', text: '<Response/>' },
};
