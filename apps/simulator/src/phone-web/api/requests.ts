import { z } from 'zod';
import { type UploadedMedia, uploadedMediaSchema } from './wire.ts';

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

/** How the simulator is spoken to: JSON, answers checked by their schema, files as forms. */
export function createRequests(fetchFromSimulator: typeof fetch) {
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

  const upload = (path: string, file: Blob, filename: string): Promise<UploadedMedia> => {
    const form = new FormData();
    form.append('file', file, filename);
    return request(path, uploadedMediaSchema, { method: 'POST', body: form });
  };

  return { request, post, upload };
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
