import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { PhoneNumber } from '../../world/entities.ts';
import type { TwilioSender } from '../../world/resellers/reseller-account.ts';
import { paramsOf, type TwilioDoor } from './door.ts';
import { notFound, TwilioError } from './twilio-error.ts';

const changeSchema = z.object({
  webhook: z
    .object({ callback_url: z.string().nullish(), status_callback_url: z.string().nullish() })
    .optional(),
});

/** WhatsApp senders (Senders API, v2) and the messaging service they belong to. */
export function addSenderRoutes(server: FastifyInstance, { simulation, authenticate }: TwilioDoor): void {
  const { world } = simulation;
  const show = (sender: TwilioSender) => {
    const number = world.phoneNumbers.get(sender.phoneNumberId);
    if (!number) throw new Error(`Sender ${sender.sid} has no number`);
    return showSender(sender, number);
  };
  server.get('/v2/Channels/Senders', (request) => {
    const { account } = authenticate(request);
    return {
      senders: account.senders.map(show),
      meta: { page: 0, page_size: 100, key: 'senders', next_page_url: null, url: request.url },
    };
  });
  server.get('/v2/Channels/Senders/:sid', (request) => {
    const sender = authenticate(request).account.senders.find(({ sid }) => sid === paramsOf(request).sid);
    if (!sender) throw notFound(request.url);
    return show(sender);
  });
  server.post('/v2/Channels/Senders/:sid', (request, reply) => {
    const { app, account } = authenticate(request);
    const sender = account.senders.find(({ sid }) => sid === paramsOf(request).sid);
    if (!sender) throw notFound(request.url);
    const change = changeSchema.safeParse(request.body);
    if (!change.success) throw new TwilioError(20001, 'Invalid parameter');
    const changed: TwilioSender = {
      ...sender,
      callbackUrl: change.data.webhook?.callback_url ?? sender.callbackUrl,
      statusCallbackUrl: change.data.webhook?.status_callback_url ?? sender.statusCallbackUrl,
    };
    const senders = account.senders.map((each) => (each.sid === sender.sid ? changed : each));
    simulation.commit({
      kind: 'entities',
      entities: { apps: [{ ...app, reseller: { ...account, senders } }] },
    });
    return reply.status(202).send(show(changed));
  });
  server.get('/v1/Services/:sid', (request) => {
    const { account } = authenticate(request);
    const { sid } = paramsOf(request);
    if (sid === undefined || sid !== account.messagingServiceSid) throw notFound(request.url);
    return { sid, account_sid: account.accountSid, friendly_name: 'WhatsApp' };
  });
}

const qualities: Readonly<Record<string, string>> = { GREEN: 'HIGH', YELLOW: 'MEDIUM', RED: 'LOW' };

function showSender({ sid, callbackUrl, statusCallbackUrl }: TwilioSender, number: PhoneNumber) {
  return {
    sid,
    sender_id: `whatsapp:+${number.digits}`,
    status: number.status === 'CONNECTED' ? 'ONLINE' : 'OFFLINE',
    configuration: { waba_id: number.wabaId },
    webhook: {
      callback_url: callbackUrl ?? null,
      callback_method: 'POST',
      status_callback_url: statusCallbackUrl ?? null,
    },
    profile: { name: number.verifiedName },
    properties: { quality_rating: qualities[number.qualityRating] ?? 'UNKNOWN', messaging_limit: null },
  };
}
