import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Runtime } from '../../runtime.ts';
import { removeContact, saveContact } from '../../world/coexistence/address-book.ts';
import { editEcho, revokeEcho, sendEcho } from '../../world/coexistence/echo.ts';
import type { EchoMessage } from '../../world/coexistence/echo-message.ts';
import { openBusinessApp } from '../../world/coexistence/heartbeat.ts';
import { chatKey, getChat, getInbound, requireCustomer, type World } from '../../world/world.ts';
import { editedContent } from '../kinds/edit.ts';
import { findPhoneKind } from '../kinds/registry.ts';
import { revocableMs } from '../kinds/revoke.ts';
import { addConnectionRoutes } from './connection-routes.ts';
import { requireBusinessApp } from './require-business-app.ts';
import { countUnanswered, viewBusiness } from './view-business.ts';

/** What the Business app writes to a customer: the kinds an echo can be (Meta: smb_message_echoes). */
const echoTypes: ReadonlySet<string> = new Set([
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
]);

const sendSchema = z.looseObject({
  waId: z.string(),
  type: z.string(),
  contextId: z.string().optional(),
});
const readSchema = z.strictObject({ waId: z.string() });
const contactSchema = z.strictObject({
  waId: z.string().regex(/^\d{5,15}$/, 'must be 5 to 15 digits, without +'),
  fullName: z.string().min(1),
  firstName: z.string().min(1).optional(),
});
const editSchema = z.strictObject({ messageId: z.string(), text: z.string().min(1).max(65_536) });
const revokeSchema = z.strictObject({ messageId: z.string() });

type BusinessParams = { Params: { phoneNumberId: string } };

/** The Business app of coexistence numbers: `GET /businesses/:phoneNumberId` and what can be done there. */
export function registerBusinessRoutes(runtime: Runtime) {
  return async (server: FastifyInstance): Promise<void> => {
    // Whoever writes, reads or looks there uses the main phone.
    server.addHook<BusinessParams>('preHandler', async ({ params }) => {
      openBusinessApp(runtime.simulation, params.phoneNumberId ?? '');
    });
    addViews(server, runtime);
    addMessages(server, runtime);
    addChanges(server, runtime);
    addContacts(server, runtime);
    addConnectionRoutes(server, runtime);
  };
}

function addViews(server: FastifyInstance, { simulation, streams }: Runtime): void {
  const { world, clock } = simulation;

  server.get('/businesses', () =>
    [...world.phoneNumbers.values()]
      .filter(({ onBusinessApp }) => onBusinessApp)
      .map(({ id, verifiedName, displayPhoneNumber }) => {
        const chats = [...world.customers.keys()].map((waId) => getChat(world, id, waId));
        const unreadCount = chats.reduce((sum, chat) => sum + (chat ? countUnanswered(world, chat) : 0), 0);
        return { phoneNumberId: id, name: verifiedName, displayPhoneNumber, unreadCount };
      }),
  );

  server.get<BusinessParams>('/businesses/:phoneNumberId', (request) =>
    viewBusiness(world, request.params.phoneNumberId, clock.now()),
  );

  server.get<BusinessParams>('/businesses/:phoneNumberId/stream', (request, reply) => {
    const { id } = requireBusinessApp(world, request.params.phoneNumberId);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
    streams.openBusiness(id, reply.raw);
  });
}

function addMessages(server: FastifyInstance, { simulation }: Runtime): void {
  const { world } = simulation;

  server.post<BusinessParams>('/businesses/:phoneNumberId/messages', (request) => {
    const { id: phoneNumberId } = requireBusinessApp(world, request.params.phoneNumberId);
    const { waId, type, contextId, ...rest } = sendSchema.parse(request.body);
    requireCustomer(world, waId);
    const kind = echoTypes.has(type) ? findPhoneKind(type) : undefined;
    if (!kind) throw new Refusal(400, `The Business app cannot send "${type}"`);
    const built = kind.build(kind.schema.parse(rest[type]), { simulation, phoneNumberId, waId });
    const { id } = sendEcho(simulation, {
      phoneNumberId,
      waId,
      type: built.type,
      content: built.content,
      contextId,
    });
    return { id };
  });

  server.post<BusinessParams>('/businesses/:phoneNumberId/read', (request) => {
    const { id } = requireBusinessApp(world, request.params.phoneNumberId);
    const { waId } = readSchema.parse(request.body);
    const newest = getChat(world, id, waId)?.messageIds.findLast((messageId) => getInbound(world, messageId));
    if (newest === undefined || getInbound(world, newest)?.readByBusiness) return { read: false };
    simulation.commit({ kind: 'business-read', messageId: newest });
    return { read: true };
  });
}

function addChanges(server: FastifyInstance, { simulation }: Runtime): void {
  const { world, clock } = simulation;

  server.post<BusinessParams>('/businesses/:phoneNumberId/edit', (request) => {
    const { messageId, text } = editSchema.parse(request.body);
    const echo = requireEcho(world, request.params.phoneNumberId, messageId);
    editEcho(simulation, echo, editedContent(echo, text, clock.now()));
    return { id: messageId };
  });

  server.post<BusinessParams>('/businesses/:phoneNumberId/revoke', (request) => {
    const { messageId } = revokeSchema.parse(request.body);
    const echo = requireEcho(world, request.params.phoneNumberId, messageId);
    if (clock.now() > echo.at + revocableMs) {
      throw new Refusal(409, 'A message can be deleted for everyone for two days after it was sent');
    }
    revokeEcho(simulation, echo);
    return { id: messageId };
  });
}

function addContacts(server: FastifyInstance, { simulation }: Runtime): void {
  const { world } = simulation;

  server.post<BusinessParams>('/businesses/:phoneNumberId/save-contact', (request) => {
    const { id: phoneNumberId } = requireBusinessApp(world, request.params.phoneNumberId);
    const contact = { phoneNumberId, ...contactSchema.parse(request.body) };
    saveContact(simulation, contact);
    return contact;
  });

  server.post<BusinessParams>('/businesses/:phoneNumberId/remove-contact', (request) => {
    const { id } = requireBusinessApp(world, request.params.phoneNumberId);
    const { waId } = readSchema.parse(request.body);
    if (!world.addressBook.has(chatKey(id, waId))) throw new Refusal(404, `+${waId} is not in the contacts`);
    removeContact(simulation, id, waId);
    return { waId };
  });
}

/** A message that was written in this Business app and is still there. */
function requireEcho(world: World, phoneNumberId: string, messageId: string): EchoMessage {
  const echo = world.echoes.get(messageId);
  if (echo?.phoneNumberId !== phoneNumberId) {
    throw new Refusal(404, `Message ${messageId} was not written in this app`);
  }
  if (world.amendments.get(messageId)?.revokedAt !== undefined) {
    throw new Refusal(409, 'The message was deleted already');
  }
  return echo;
}
