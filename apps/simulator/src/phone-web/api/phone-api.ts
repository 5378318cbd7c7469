import { z } from 'zod';
import {
  linkTargetSchema,
  type Phone,
  type PhoneSummary,
  phoneSchema,
  phoneSummarySchema,
  productsSchema,
  sentMessageSchema,
  type UploadedMedia,
  uploadedMediaSchema,
} from './wire.ts';

/** A message as the phone posts it: its content stands under the name of its type. */
type MessageToSend = Readonly<{
  phoneNumberId: string;
  type: string;
  content: unknown;
  contextId?: string;
  /** Where the message comes from: forwarded, from an advertisement, about a product. */
  marks?: Readonly<Record<string, unknown>>;
}>;

export type PhoneApi = ReturnType<typeof createPhoneApi>;

/** The simulator did not answer, or said no. `status` is 0 when there was no answer at all. */
export class PhoneApiError extends Error {
  readonly status: number;
  readonly reason: string | undefined;

  constructor(status: number, reason: string | undefined) {
    super(reason ?? `The simulator answered ${status}`);
    this.name = 'PhoneApiError';
    this.status = status;
    this.reason = reason;
  }
}

/** The simulator's phone API. Every function rejects with PhoneApiError. */
export function createPhoneApi(fetchFromSimulator: typeof fetch) {
  const request = async <Answer>(
    path: string,
    schema: z.ZodType<Answer>,
    init?: RequestInit,
  ): Promise<Answer> => {
    const response = await fetchFromSimulator(path, init).catch(() => {
      throw new PhoneApiError(0, undefined);
    });
    if (!response.ok) throw new PhoneApiError(response.status, await readReason(response));
    const body: unknown = await response.json().catch(() => undefined);
    return schema.parse(body);
  };

  const post = <Answer>(path: string, body: unknown, schema: z.ZodType<Answer>): Promise<Answer> =>
    request(path, schema, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

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
    uploadMedia: (waId: string, file: Blob, filename: string): Promise<UploadedMedia> => {
      const form = new FormData();
      form.append('file', file, filename);
      return request(pathOf(waId, '/media'), uploadedMediaSchema, { method: 'POST', body: form });
    },
    markRead: (waId: string, phoneNumberId: string) =>
      post(pathOf(waId, '/read'), { phoneNumberId }, z.unknown()),
    markPlayed: (waId: string, messageId: string) =>
      post(pathOf(waId, '/played'), { messageId }, z.unknown()),
    setOnline: (waId: string, online: boolean) => post(pathOf(waId, '/online'), { online }, z.unknown()),
    streamPath: (waId: string) => pathOf(waId, '/stream'),
  };
}

const refusalSchema = z.looseObject({
  error: z.union([z.string(), z.looseObject({ message: z.string() })]).optional(),
  message: z.string().optional(),
});

/** The sentence in a refusal, whether it is Graph's `{error: {message}}` or a plain `{message}`. */
async function readReason(response: Response): Promise<string | undefined> {
  const parsed = refusalSchema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) return undefined;
  const { error, message } = parsed.data;
  return (typeof error === 'string' ? error : error?.message) ?? message;
}
