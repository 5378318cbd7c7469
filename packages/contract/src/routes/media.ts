import * as z from 'zod';
import { mediaContentKindSchema } from '../content/index.ts';
import { idSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';

/** `pending`: being downloaded from the provider. `failed`: could not be had; the problem says why. */
export const mediaStates = ['pending', 'stored', 'failed'] as const;

export const mediaSchema = z.object({
  id: idSchema,
  state: z.enum(mediaStates),
  mimeType: z.string(),
  sizeBytes: z.number().int().nullable(),
  fileName: z.string().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  durationMs: z.number().int().nullable(),
  hasThumbnail: z.boolean(),
  failureReason: z.string().nullable(),
});
export type Media = z.infer<typeof mediaSchema>;

const mediaParams = z.object({ mediaId: idSchema });

export const uploadMedia = defineRoute({
  name: 'uploadMedia',
  method: 'POST',
  path: '/v1/media',
  summary:
    'Upload a file to be sent; multipart field `file`, checked by content against the limits of the kind',
  access: { permission: 'media.write' },
  query: z.object({ kind: mediaContentKindSchema }),
  accepts: 'upload',
  status: 201,
  response: mediaSchema,
  errors: ['media_type_refused', 'media_too_large', 'media_content_mismatch'],
});

export const getMedia = defineRoute({
  name: 'getMedia',
  method: 'GET',
  path: '/v1/media/:mediaId',
  summary: 'The bytes of a file',
  access: { permission: 'media.read' },
  params: mediaParams,
  query: z.object({ download: z.enum(['1']).optional() }),
  answers: 'bytes',
  response: z.unknown(),
  errors: ['not_found', 'media_not_ready'],
});

export const getMediaThumbnail = defineRoute({
  name: 'getMediaThumbnail',
  method: 'GET',
  path: '/v1/media/:mediaId/thumbnail',
  summary: 'A small WebP picture of an image or sticker',
  access: { permission: 'media.read' },
  params: mediaParams,
  answers: 'bytes',
  response: z.unknown(),
  errors: ['not_found', 'media_not_ready'],
});
