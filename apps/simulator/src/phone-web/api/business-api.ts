import { z } from 'zod';
import type { MessageToSend, PhoneApi } from './phone-api.ts';
import { createRequests, PhoneApiError } from './requests.ts';
import { phoneSchema, sentMessageSchema } from './wire.ts';

const businessSummarySchema = z
  .looseObject({ phoneNumberId: z.string(), name: z.string(), unreadCount: z.number().default(0) })
  .transform(({ phoneNumberId, name, unreadCount }) => ({ waId: phoneNumberId, name, unreadCount }));

/** A business's chats are those of a phone, with the roles exchanged: the customer is who is written to. */
const businessSchema = z
  .looseObject({
    phoneNumberId: z.string(),
    name: z.string(),
    displayPhoneNumber: z.string(),
    now: z.number(),
    chats: z.array(z.looseObject({ waId: z.string(), name: z.string() })),
  })
  .transform(({ phoneNumberId, chats, ...business }) =>
    phoneSchema.parse({
      ...business,
      waId: phoneNumberId,
      online: true,
      chats: chats.map(({ waId, name, ...chat }) => ({
        ...chat,
        phoneNumberId: waId,
        businessName: name,
        displayPhoneNumber: `+${waId}`,
      })),
    }),
  );

/** What is no message of its own but changes one: another path of the simulator. */
const changes: ReadonlySet<string> = new Set(['edit', 'revoke']);

/**
 * The Business app of a coexistence number, spoken to as a phone is: `waId` names the number, `phoneNumberId` the
 * customer of a chat. What only a customer can do is refused.
 */
export function createBusinessApi(fetchFromSimulator: typeof fetch): PhoneApi {
  const { request, post, upload } = createRequests(fetchFromSimulator);
  const pathOf = (id: string, rest = '') => `/businesses/${encodeURIComponent(id)}${rest}`;
  const refuse = () => Promise.reject(new PhoneApiError(405, undefined));

  return {
    listPhones: () => request('/businesses', z.array(businessSummarySchema)),
    getPhone: (id) => request(pathOf(id), businessSchema),
    createPhone: refuse,
    sendMessage: (id, { phoneNumberId: waId, type, content, contextId }: MessageToSend) =>
      changes.has(type)
        ? post(pathOf(id, `/${type}`), content, sentMessageSchema)
        : post(pathOf(id, '/messages'), { waId, type, [type]: content, contextId }, sentMessageSchema),
    act: (id, action, input) => post(pathOf(id, `/${action}`), input, z.unknown()),
    listProducts: refuse,
    getFlow: refuse,
    openLink: refuse,
    uploadMedia: (id, file, filename) => upload(pathOf(id, '/media'), file, filename),
    markRead: (id, waId) => post(pathOf(id, '/read'), { waId }, z.unknown()),
    // Listening to a voice note is told to nobody.
    markPlayed: () => Promise.resolve(undefined),
    setOnline: refuse,
    streamPath: (id) => pathOf(id, '/stream'),
  };
}
