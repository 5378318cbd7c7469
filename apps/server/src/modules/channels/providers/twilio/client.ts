import * as z from 'zod';
import { ProviderCallError, type ProviderClient, type ProviderCredentials } from '../../port.ts';
import { parseOrUndefined, readFailedSend } from '../shared/http/failure.ts';
import { askForRetries, toAddress } from './address.ts';
import { createTwilioCaller, type TwilioSettings } from './caller.ts';
import { readNumber } from './number.ts';
import { buildMessage } from './outbound/build-message.ts';
import { readTwilioRefusal } from './read-refusal.ts';
import { requireSender, setSenderWebhook } from './senders.ts';
import { listTemplates } from './templates.ts';

const messageAnswer = z.object({ sid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/) });
const notThere: readonly [] = [];
/** How long Twilio may keep a message before it fetches the file. (Twilio, "Messages resource": ValidityPeriod) */
const queueMs = 4 * 60 * 60 * 1000;

/** One WhatsApp sender of a Twilio account. */
export function createTwilioClient(
  settings: TwilioSettings,
  {
    accessToken: authToken,
    wabaId: accountSid,
    phoneNumber,
    settings: more,
    webhookUrl,
  }: ProviderCredentials,
): ProviderClient {
  const caller = createTwilioCaller(settings, { accountSid, authToken });
  const messagesPath = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const sending = { phoneNumber, messagingServiceSid: more['messagingServiceSid'], webhookUrl };
  return {
    async send(request) {
      const build = buildMessage(request, sending);
      if (!build.ok) {
        const { path, details } = build.fault;
        return { outcome: 'not_sent', reason: 'invalid', details: `${path} ${details.en}`.trim() };
      }
      const exchange = await caller.send(messagesPath, build.form);
      if (exchange.ended === 'failed') return readFailedSend(exchange, 'Twilio');
      const body = parseOrUndefined(exchange.body);
      const refusal = readTwilioRefusal(body, exchange.status);
      if (refusal) return { outcome: 'rejected', refusal };
      const answer = exchange.status === 201 ? messageAnswer.safeParse(body) : undefined;
      return answer?.success
        ? { outcome: 'accepted', providerMessageId: answer.data.sid }
        : { outcome: 'unsure', details: `HTTP ${exchange.status} without an answer of Twilio` };
    },
    // Courtesies that Twilio does not pass on: nothing happens, as the capabilities say.
    markRead: () => Promise.resolve(),
    showTyping: () => Promise.resolve(),
    async uploadMedia({ publish }) {
      const { url, expiresAt } = await publish();
      return { providerMediaId: url, expiresAt: new Date(expiresAt.getTime() - queueMs) };
    },
    async fetchMedia(mediaUrl) {
      const { stream, headers } = await caller.download(mediaUrl);
      const [type, length] = [headers['content-type'], Number(headers['content-length'])];
      return {
        stream,
        mimeType: typeof type === 'string' ? type : 'application/octet-stream',
        sizeBytes: Number.isInteger(length) ? length : null,
        sha256: null,
      };
    },
    uploadHeaderSample: () => notOffered('header samples'),
    readNumber: () => readNumber(caller, phoneNumber, more['displayPhoneNumber']),
    listTemplates: () => listTemplates(caller),
    listFlows: () => Promise.resolve(notThere),
    findCatalog: () => Promise.resolve(null),
    listProducts: () => notOffered('products'),
    async subscribe(callback) {
      if (callback === null) return;
      const { sid } = await requireSender(caller, toAddress(phoneNumber));
      await setSenderWebhook(caller, sid, callback.url + askForRetries);
    },
  };
}

function notOffered(what: string): Promise<never> {
  return Promise.reject(
    new ProviderCallError(`Twilio's API for WhatsApp has no ${what}`, null, undefined, 'Twilio'),
  );
}
