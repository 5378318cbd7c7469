import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { setStatus } from '../world/messages/progress-messages.ts';
import { getChat, getOutbound, requireCustomer } from '../world/world.ts';
import { findPhoneKind } from './kinds/registry.ts';
import { countUnread, viewPhone } from './phone-view.ts';
import { ensureCustomer, receiveFromPhone } from './receive-from-phone.ts';

const phoneInputSchema = z.strictObject({
  waId: z.string().regex(/^\d{5,15}$/, 'must be 5 to 15 digits, without +'),
  name: z.string().min(1).optional(),
});
const sendSchema = z.looseObject({
  phoneNumberId: z.string(),
  type: z.string(),
  contextId: z.string().optional(),
});
const readSchema = z.strictObject({ phoneNumberId: z.string() });
const playedSchema = z.strictObject({ messageId: z.string() });
const onlineSchema = z.strictObject({ online: z.boolean() });

type PhoneParams = { Params: { waId: string } };

/** The phone API: what the page of a virtual phone reads and does. Open to any origin; a loopback tool. */
export function registerPhoneRoutes(runtime: Runtime) {
  return async (server: FastifyInstance): Promise<void> => {
    addViews(server, runtime);
    addActions(server, runtime);
  };
}

function addViews(server: FastifyInstance, { simulation, streams }: Runtime): void {
  const { world } = simulation;

  server.get('/phones', () =>
    [...world.customers.values()].map(({ waId, name }) => {
      const chats = [...world.phoneNumbers.keys()].map((id) => getChat(world, id, waId));
      const unreadCount = chats.reduce((sum, chat) => sum + (chat ? countUnread(world, chat) : 0), 0);
      return { waId, name, unreadCount };
    }),
  );

  server.post('/phones', (request) => {
    const { waId, name } = phoneInputSchema.parse(request.body);
    ensureCustomer(simulation, waId, name);
    return viewPhone(world, requireCustomer(world, waId), streams.isTyping);
  });

  server.get<PhoneParams>('/phones/:waId', (request) =>
    viewPhone(world, requireCustomer(world, request.params.waId), streams.isTyping),
  );

  server.get<PhoneParams>('/phones/:waId/stream', (request, reply) => {
    const { waId } = requireCustomer(world, request.params.waId);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
    streams.open(waId, reply.raw);
  });
}

function addActions(server: FastifyInstance, { simulation, progress }: Runtime): void {
  const { world } = simulation;

  server.post<PhoneParams>('/phones/:waId/messages', (request) => {
    const { waId } = requireCustomer(world, request.params.waId);
    const { phoneNumberId, type, contextId, ...rest } = sendSchema.parse(request.body);
    if (!world.phoneNumbers.has(phoneNumberId)) {
      throw new Refusal(404, `No business phone number ${phoneNumberId}`);
    }
    const kind = findPhoneKind(type);
    if (!kind) throw new Refusal(400, `A phone cannot send "${type}"`);
    const built = kind.build(kind.schema.parse(rest[type]), { simulation, phoneNumberId });
    const quoted = built.contextId ?? contextId;
    const { id } = receiveFromPhone(simulation, { phoneNumberId, waId, ...built, contextId: quoted });
    return { id };
  });

  server.post<PhoneParams>('/phones/:waId/read', (request) => {
    const { waId, readReceipts } = requireCustomer(world, request.params.waId);
    const { phoneNumberId } = readSchema.parse(request.body);
    const chat = getChat(world, phoneNumberId, waId);
    const unseenIds = chat?.messageIds.filter((id) => !chat.seenIds.has(id)) ?? [];
    const shown = unseenIds
      .flatMap((id) => getOutbound(world, id) ?? [])
      .filter(({ status }) => status === 'delivered');
    if (shown.length === 0) return { read: 0 };
    const seenIds = shown.map(({ message }) => message.id);
    simulation.commit({ kind: 'chat-opened', phoneNumberId, waId, seenIds });
    if (readReceipts) for (const state of shown) setStatus(simulation, state, 'read');
    return { read: shown.length };
  });

  server.post<PhoneParams>('/phones/:waId/played', (request) => {
    const { waId } = requireCustomer(world, request.params.waId);
    const { messageId } = playedSchema.parse(request.body);
    const state = getOutbound(world, messageId);
    if (state?.message.waId !== waId || state.message.type !== 'audio') {
      throw new Refusal(404, `No voice message ${messageId}`);
    }
    if (state.statusTimes.played === undefined) setStatus(simulation, state, 'played');
    return { played: true };
  });

  server.post<PhoneParams>('/phones/:waId/online', (request) => {
    const customer = requireCustomer(world, request.params.waId);
    const { online } = onlineSchema.parse(request.body);
    simulation.commit({ kind: 'entities', entities: { customers: [{ ...customer, online }] } });
    if (online) progress.deliverWaiting(customer.waId);
    return { online };
  });
}
