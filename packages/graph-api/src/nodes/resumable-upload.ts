import { z } from 'zod';
import { wireNumber } from '../wire.ts';

/** Kinds of file that a resumable upload takes. (Meta, "Resumable Upload API", 2026) */
export const resumableUploadTypes = [
  'application/pdf',
  'image/jpeg',
  'image/jpg',
  'image/png',
  'video/mp4',
] as const;

/** The query of `POST /{app-id}/uploads`. */
export const uploadSessionRequest = z.strictObject({
  file_name: z.string().optional(),
  file_length: z.union([
    z.number().int().positive(),
    z
      .string()
      .regex(/^[1-9]\d*$/)
      .transform(Number),
  ]),
  file_type: z.enum(resumableUploadTypes),
});

/** The session: `upload:…?sig=…`, used verbatim as a path. */
export const uploadSessionAnswer = z.looseObject({ id: z.string().startsWith('upload:') });

/** `GET /{upload-session}`: where to go on. */
export const uploadOffsetAnswer = z.looseObject({ id: z.string(), file_offset: wireNumber });

/** The answer to the bytes: the handle for template headers and profile pictures. */
export const uploadedHandleAnswer = z.looseObject({ h: z.string().min(1) });
