import { successAnswer } from '@renkei/graph-api';
import * as z from 'zod';
import { ProviderCallError, type ProviderClient, type ProviderCredentials } from '../../port.ts';
import { buildSendRequest, fetchMedia, readSendOutcome, uploadMedia } from '../cloud-api/graph-wire.ts';
import { type Dialog360Settings, openDialog360 } from './door.ts';
import { readHealth } from './health.ts';
import { readDialog360Refusal } from './read-refusal.ts';
import { listTemplates } from './templates.ts';
import { secretHeader } from './webhooks.ts';

/** Meta's standard rate; 360dialog does not tell whether a number was upgraded. */
const messagesPerSecond = 80;

/** One number at 360dialog. */
export function createDialog360Client(
  settings: Dialog360Settings,
  { accessToken, phoneNumber, settings: { displayPhoneNumber } }: ProviderCredentials,
): ProviderClient {
  const caller = openDialog360(settings, accessToken);
  const tellRead = async (providerMessageId: string, more: object) => {
    const json = { messaging_product: 'whatsapp', status: 'read', message_id: providerMessageId, ...more };
    await caller.call({ method: 'POST', path: '/messages', json }, successAnswer);
  };
  return {
    async send(request) {
      const build = buildSendRequest(request);
      if (!build.ok) return { outcome: 'not_sent', reason: 'invalid', details: build.problem.details };
      const ended = await caller.send(`/${build.endpoint}`, build.body);
      return readSendOutcome(ended, readDialog360Refusal, '360dialog');
    },
    markRead: (providerMessageId) => tellRead(providerMessageId, {}),
    showTyping: (providerMessageId) => tellRead(providerMessageId, { typing_indicator: { type: 'text' } }),
    async uploadMedia(file) {
      const { providerMediaId, lifeMs } = await uploadMedia(caller, '/media', file);
      return { providerMediaId, expiresAt: new Date(settings.now().getTime() + lifeMs) };
    },
    fetchMedia: (providerMediaId) => fetchMedia(caller, {}, providerMediaId),
    uploadHeaderSample: () => notOffered('header samples'),
    async readNumber() {
      await readHealth(caller);
      return {
        displayPhoneNumber: displayPhoneNumber ?? `+${phoneNumber}`,
        phoneNumber,
        verifiedName: null,
        qualityRating: null,
        messagesPerSecond,
        onBusinessApp: false,
      };
    },
    listTemplates: () => listTemplates(caller),
    listFlows: () => notOffered('Flows'),
    findCatalog: () => Promise.resolve(null),
    listProducts: () => notOffered('products'),
    async subscribe(callback) {
      if (callback === null) return;
      const { url, signingSecret } = callback;
      const json = { url, headers: { [secretHeader]: signingSecret } };
      await caller.call(
        { method: 'POST', path: '/v1/configs/webhook', json },
        z.looseObject({ url: z.string() }),
      );
    },
  };
}

function notOffered(what: string): Promise<never> {
  return Promise.reject(
    new ProviderCallError(`360dialog's Messaging API has no ${what}`, null, undefined, '360dialog'),
  );
}
