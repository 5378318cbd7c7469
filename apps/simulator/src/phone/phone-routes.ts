import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { type Chat, getChat, requireCustomer } from '../world/world.ts';
import { phoneActions } from './actions/registry.ts';
import { registerBusinessRoutes } from './business/business-routes.ts';
import { listProducts } from './catalog/list-products.ts';
import { findTarget, groupsOf } from './find-target.ts';
import { readFlowJson } from './flows/find-flow.ts';
import { findPhoneKind } from './kinds/registry.ts';
import { marksSchema, renderMarks } from './marks.ts';
import { countUnread, viewPhone } from './phone-view.ts';
import { ensureCustomer, receiveFromPhone } from './receive-from-phone.ts';

const phoneInputSchema = z.strictObject({
  waId: z.string().regex(/^\d{5,15}$/, 'must be 5 to 15 digits, without +'),
  name: z.string().min(1).optional(),
});
const sendSchema = z.looseObject({
  /** The id of a number, or of a group the person is in. */
  phoneNumberId: z.string(),
  type: z.string(),
  contextId: z.string().optional(),
});

const productsSchema = z.object({
  phoneNumberId: z.string(),
  catalogId: z.string().default(''),
  /** One or many; none asks for the whole assortment. */
  id: z.union([z.string().transform((single) => [single]), z.array(z.string())]).default([]),
});

type PhoneParams = { Params: { waId: string } };

/** The phone API: what the page of a virtual phone reads and does. Open to any origin; a loopback tool. */
export function registerPhoneRoutes(runtime: Runtime) {
  return async (server: FastifyInstance): Promise<void> => {
    addViews(server, runtime);
    addMessages(server, runtime);
    await server.register(registerBusinessRoutes(runtime));
    for (const [name, { schema, run }] of phoneActions) {
      server.post<PhoneParams>(`/phones/:waId/${name}`, (request) => {
        const customer = requireCustomer(runtime.simulation.world, request.params.waId);
        return run(schema.parse(request.body ?? {}), { runtime, customer });
      });
    }
  };
}

function addViews(server: FastifyInstance, { simulation, streams }: Runtime): void {
  const { world, clock } = simulation;
  const view = (waId: string) =>
    viewPhone(world, requireCustomer(world, waId), clock.now(), streams.isTyping);

  server.get('/phones', () =>
    [...world.customers.values()].map(({ waId, name }) => {
      const chats = [...world.phoneNumbers.keys()].map((id) => getChat(world, id, waId));
      const inGroups = groupsOf(world, waId).map((group) => getChat(world, group.phoneNumberId, group.id));
      const count = (sum: number, chat: Chat | undefined, participant?: string) =>
        sum + (chat ? countUnread(world, chat, participant) : 0);
      const unreadCount =
        chats.reduce((sum, chat) => count(sum, chat), 0) +
        inGroups.reduce((sum, chat) => count(sum, chat, waId), 0);
      return { waId, name, unreadCount };
    }),
  );

  server.post('/phones', (request) => {
    const { waId, name } = phoneInputSchema.parse(request.body);
    ensureCustomer(simulation, waId, name);
    return view(waId);
  });

  server.get<PhoneParams>('/phones/:waId', (request) => view(request.params.waId));

  server.get<PhoneParams>('/phones/:waId/products', (request) => {
    const { phoneNumberId, catalogId, id } = productsSchema.parse(request.query);
    return listProducts(world, phoneNumberId, catalogId, id);
  });

  server.get<{ Params: { flow: string } }>('/phones/:waId/flows/:flow', (request) =>
    readFlowJson(world, request.params.flow),
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

/** `POST /phones/:waId/messages`: the content stands under the name of its type; `marks.ts` knows the other keys. */
function addMessages(server: FastifyInstance, { simulation }: Runtime): void {
  const { world } = simulation;
  server.post<PhoneParams>('/phones/:waId/messages', (request) => {
    const { waId } = requireCustomer(world, request.params.waId);
    const { phoneNumberId: targetId, type, contextId, ...rest } = sendSchema.parse(request.body);
    const target = findTarget(world, targetId, waId);
    const kind = findPhoneKind(type);
    if (!kind) throw new Refusal(400, `A phone cannot send "${type}"`);
    const context = { simulation, ...target, waId };
    const { extra, ...built } = kind.build(kind.schema.parse(rest[type]), context);
    const { id } = receiveFromPhone(simulation, {
      ...target,
      waId,
      ...built,
      contextId: built.contextId ?? contextId,
      extra: { ...extra, ...renderMarks(marksSchema.parse(rest), context) },
    });
    return { id };
  });
}
