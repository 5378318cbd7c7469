import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { detectMimeType } from '../graph/check-upload.ts';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import type { Customer } from '../world/entities.ts';
import { setStatus } from '../world/progress-messages.ts';
import { getChat, getOutbound } from '../world/world.ts';
import { findPhoneKind } from './kinds/registry.ts';
import { countUnread, viewPhone } from './phone-view.ts';
import { ensureCustomer, receiveFromPhone } from './receive-from-phone.ts';

const largestPhoneFileBytes = 200 * 1024 * 1024;
const receivedLifeMs = 7 * 24 * 60 * 60 * 1000;

const waIdSchema = z.string().regex(/^\d{5,15}$/);
const phoneInputSchema = z.strictObject({ waId: waIdSchema, name: z.string().min(1).optional() });
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
  const { simulation, streams, progress } = runtime;
  const { world } = simulation;

  const requireCustomer = (waId: string): Customer => {
    const customer = world.customers.get(waId);
    if (!customer) throw new Refusal(404, `No phone ${waId}`);
    return customer;
  };
  const requireNumber = (phoneNumberId: string) => {
    const phoneNumber = world.phoneNumbers.get(phoneNumberId);
    if (!phoneNumber) throw new Refusal(404, `No business phone number ${phoneNumberId}`);
    return phoneNumber;
  };

  return async (server: FastifyInstance): Promise<void> => {
    await server.register(multipart, { limits: { fileSize: largestPhoneFileBytes, files: 1 } });

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
      return viewPhone(simulation, waId, () => false);
    });

    server.get<PhoneParams>('/phones/:waId', (request) => {
      const { waId } = requireCustomer(request.params.waId);
      return viewPhone(simulation, waId, (phoneNumberId) => streams.isTyping(phoneNumberId, waId));
    });

    server.get<PhoneParams>('/phones/:waId/stream', (request, reply) => {
      const { waId } = requireCustomer(request.params.waId);
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
      });
      streams.open(waId, reply.raw);
    });

    server.post<PhoneParams>('/phones/:waId/messages', (request) => {
      const { waId } = requireCustomer(request.params.waId);
      const { phoneNumberId, type, contextId, ...rest } = sendSchema.parse(request.body);
      requireNumber(phoneNumberId);
      const kind = findPhoneKind(type);
      if (!kind) throw new Refusal(400, `A phone cannot send "${type}"`);
      const built = kind.build(kind.schema.parse(rest[type]), { simulation, phoneNumberId });
      const quoted = built.contextId ?? contextId;
      const { id } = receiveFromPhone(simulation, { phoneNumberId, waId, ...built, contextId: quoted });
      return { id };
    });

    server.post<PhoneParams>('/phones/:waId/media', async (request) => {
      requireCustomer(request.params.waId);
      const file = await request.file();
      if (!file) throw new Refusal(400, 'Send the file as multipart/form-data');
      const bytes = await file.toBuffer();
      const mimeType = (await detectMimeType(bytes)) ?? file.mimetype;
      const media = {
        id: simulation.random.digits(16),
        phoneNumberId: '',
        mimeType,
        sha256: simulation.media.put(bytes),
        sizeBytes: bytes.length,
        filename: file.filename,
        origin: 'customer',
        expiresAt: simulation.clock.now() + receivedLifeMs,
      } as const;
      simulation.commit({ kind: 'media', media });
      return { mediaId: media.id, mimeType };
    });

    server.get<{ Params: { mediaId: string } }>('/phones/media/:mediaId', (request, reply) => {
      const media = world.media.get(request.params.mediaId);
      const bytes = media && simulation.media.get(media.sha256);
      if (!media || !bytes) throw new Refusal(404, `No media ${request.params.mediaId}`);
      reply.header('content-security-policy', "default-src 'none'; sandbox");
      reply.header('x-content-type-options', 'nosniff');
      return reply.type(media.mimeType).send(bytes);
    });

    server.post<PhoneParams>('/phones/:waId/read', (request) => {
      const { waId, readReceipts } = requireCustomer(request.params.waId);
      const { phoneNumberId } = readSchema.parse(request.body);
      const chat = getChat(world, phoneNumberId, waId);
      const unseen = chat?.messageIds.filter((id) => !chat.seenIds.has(id)) ?? [];
      const shown = unseen
        .flatMap((id) => getOutbound(world, id) ?? [])
        .filter(({ status }) => status === 'delivered');
      if (shown.length === 0) return { read: 0 };
      const seenIds = shown.map(({ message }) => message.id);
      simulation.commit({ kind: 'chat-opened', phoneNumberId, waId, seenIds });
      if (readReceipts) for (const state of shown) setStatus(simulation, state, 'read');
      return { read: shown.length };
    });

    server.post<PhoneParams>('/phones/:waId/played', (request) => {
      requireCustomer(request.params.waId);
      const { messageId } = playedSchema.parse(request.body);
      const state = getOutbound(world, messageId);
      if (!state || state.message.type !== 'audio') throw new Refusal(404, `No voice message ${messageId}`);
      if (state.statusTimes.played === undefined) setStatus(simulation, state, 'played');
      return { played: true };
    });

    server.post<PhoneParams>('/phones/:waId/online', (request) => {
      const customer = requireCustomer(request.params.waId);
      const { online } = onlineSchema.parse(request.body);
      simulation.commit({ kind: 'entities', entities: { customers: [{ ...customer, online }] } });
      if (online) progress.deliverWaiting(customer.waId);
      return { online };
    });
  };
}
