import { successAnswer } from '@renkei/graph-api';
import type { ProviderClient, ProviderCredentials } from '../../port.ts';
import { buildSendRequest } from './build-send-request.ts';
import { findCatalog, listProducts } from './catalog.ts';
import { listFlows } from './flows.ts';
import { createGraphCaller, type GraphSettings } from './graph-caller.ts';
import { fetchMedia, uploadMedia } from './media.ts';
import { readNumber, readPortfolioId, readTokenExpiry } from './number.ts';
import { readSendOutcome } from './send-outcome.ts';
import { listTemplates } from './templates.ts';
import { uploadHeaderSample } from './upload-header-sample.ts';

/** One number at Meta's Cloud API. */
export function createCloudApiClient(
  settings: GraphSettings & { readonly now: () => Date },
  { accessToken, appSecret, phoneNumberId, wabaId }: ProviderCredentials,
): ProviderClient {
  const caller = createGraphCaller(settings, accessToken, appSecret ?? undefined);
  const messagesPath = `/${phoneNumberId}/messages`;
  const read = (providerMessageId: string) => ({
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: providerMessageId,
  });

  return {
    async send(request) {
      const build = buildSendRequest(request);
      if (!build.ok) return { outcome: 'not_sent', reason: 'invalid', details: build.problem.details };
      return readSendOutcome(await caller.send(`/${phoneNumberId}/${build.endpoint}`, build.body));
    },
    async markRead(providerMessageId) {
      await caller.call({ method: 'POST', path: messagesPath, json: read(providerMessageId) }, successAnswer);
    },
    async showTyping(providerMessageId) {
      const json = { ...read(providerMessageId), typing_indicator: { type: 'text' } };
      await caller.call({ method: 'POST', path: messagesPath, json }, successAnswer);
    },
    async uploadMedia(file) {
      const { providerMediaId, lifeMs } = await uploadMedia(caller, `/${phoneNumberId}/media`, file);
      return { providerMediaId, expiresAt: new Date(settings.now().getTime() + lifeMs) };
    },
    fetchMedia: (providerMediaId) => fetchMedia(caller, { phone_number_id: phoneNumberId }, providerMediaId),
    uploadHeaderSample: (file) => uploadHeaderSample(caller, accessToken, file),
    async readNumber() {
      const number = await readNumber(caller, phoneNumberId);
      const [portfolioId, tokenExpiresAt] = await Promise.all([
        readPortfolioId(caller, wabaId),
        readTokenExpiry(caller, accessToken),
      ]);
      return { ...number, portfolioId, tokenExpiresAt };
    },
    listTemplates: () => listTemplates(caller, wabaId),
    listFlows: () => listFlows(caller, wabaId),
    findCatalog: () => findCatalog(caller, wabaId),
    listProducts: (catalogId, query) => listProducts(caller, catalogId, query),
    async subscribe(callback) {
      const json = callback && { override_callback_uri: callback.url, verify_token: callback.verifyToken };
      await caller.call(
        { method: 'POST', path: `/${wabaId}/subscribed_apps`, json: json ?? {} },
        successAnswer,
      );
    },
  };
}
