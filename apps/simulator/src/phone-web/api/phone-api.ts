import { z } from 'zod';
import { createRequests } from './requests.ts';
import {
  linkTargetSchema,
  type Phone,
  type PhoneSummary,
  phoneSchema,
  phoneSummarySchema,
  productsSchema,
  sentMessageSchema,
} from './wire.ts';

/** A message as the phone posts it: its content stands under the name of its type. */
export type MessageToSend = Readonly<{
  phoneNumberId: string;
  type: string;
  content: unknown;
  contextId?: string;
  /** Where the message comes from: forwarded, from an advertisement, about a product. */
  marks?: Readonly<Record<string, unknown>>;
}>;

/** What a screen asks the simulator. Every function rejects with PhoneApiError. */
export type PhoneApi = ReturnType<typeof createPhoneApi>;

/** The API of virtual phones. */
export function createPhoneApi(fetchFromSimulator: typeof fetch) {
  const { request, post, upload } = createRequests(fetchFromSimulator);
  const pathOf = (waId: string, rest = '') => `/phones/${encodeURIComponent(waId)}${rest}`;

  return {
    listPhones: (): Promise<readonly PhoneSummary[]> => request('/phones', z.array(phoneSummarySchema)),
    getPhone: (waId: string): Promise<Phone> => request(pathOf(waId), phoneSchema),
    createPhone: (phone: { waId: string; name: string }) => post('/phones', phone, z.unknown()),
    sendMessage: (waId: string, { phoneNumberId, type, content, contextId, marks }: MessageToSend) =>
      post(
        pathOf(waId, '/messages'),
        { phoneNumberId, type, [type]: content, contextId, ...marks },
        sentMessageSchema,
      ),
    /** Anything that is no message: `block`, `settings`, `pay` … */
    act: (waId: string, action: string, input: Readonly<Record<string, unknown>>): Promise<unknown> =>
      post(pathOf(waId, `/${action}`), input, z.unknown()),
    /** Products by id, or the whole assortment of a catalog. */
    listProducts: (waId: string, phoneNumberId: string, catalogId: string, ids: readonly string[]) => {
      const query = new URLSearchParams({ phoneNumberId, catalogId });
      for (const id of ids) query.append('id', id);
      return request(pathOf(waId, `/products?${query}`), productsSchema);
    },
    /** A WhatsApp Flow's own JSON; read by the form that shows it. */
    getFlow: (waId: string, flow: string): Promise<unknown> =>
      request(pathOf(waId, `/flows/${encodeURIComponent(flow)}`), z.unknown()),
    /** Where a `wa.me` link or its QR code leads. */
    openLink: (waId: string, link: string) => post(pathOf(waId, '/open-link'), { link }, linkTargetSchema),
    uploadMedia: (waId: string, file: Blob, filename: string) =>
      upload(pathOf(waId, '/media'), file, filename),
    markRead: (waId: string, phoneNumberId: string) =>
      post(pathOf(waId, '/read'), { phoneNumberId }, z.unknown()),
    markPlayed: (waId: string, messageId: string) =>
      post(pathOf(waId, '/played'), { messageId }, z.unknown()),
    setOnline: (waId: string, online: boolean) => post(pathOf(waId, '/online'), { online }, z.unknown()),
    streamPath: (waId: string) => pathOf(waId, '/stream'),
  };
}
