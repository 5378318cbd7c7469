import * as z from 'zod';
import { mediaContentKindSchema } from '../content/index.ts';
import { emptySchema, idSchema, problemSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';

/** `pending`: being downloaded from the provider. `failed`: could not be had; the problem says why. */
export const mediaStates = ['pending', 'stored', 'failed'] as const;

/**
 * Why a file is not what was handed in. `format`: another type; `size`: fewer pixels or a lower rate, to fit the limit;
 * `orientation`: turned as the camera meant it; `metadata`: place, camera and comments taken out; `mono`: one channel.
 */
export const conversionReasons = ['format', 'size', 'orientation', 'metadata', 'mono'] as const;
export type ConversionReason = (typeof conversionReasons)[number];

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
  /** Loudness over time of a sound, 0 to 100; null when it is not known. */
  waveform: z.array(z.number().int().min(0).max(100)).nullable(),
  /** Null when the file is as it came. `from` is the MIME type of what was handed in. */
  converted: z.object({ from: z.string(), reasons: z.array(z.enum(conversionReasons)) }).nullable(),
  /** Of a `failed` file. */
  problem: problemSchema.nullable(),
});
export type Media = z.infer<typeof mediaSchema>;

const mediaParams = z.object({ mediaId: idSchema });

export const uploadMedia = defineRoute({
  name: 'uploadMedia',
  method: 'POST',
  path: '/v1/media',
  summary:
    'Upload a file to be sent; multipart field `file`, judged by its content, converted to what the kind takes where it can be',
  access: { permission: 'media.write' },
  /** `voice`: a recording that is to be sent as a voice note; it becomes Ogg with Opus where that is possible. */
  query: z.object({ kind: mediaContentKindSchema, voice: z.enum(['1']).optional() }),
  accepts: 'upload',
  status: 201,
  response: mediaSchema,
  errors: ['media_type_refused', 'media_too_large', 'media_content_mismatch', 'media_unreadable'],
});

export const fetchMedia = defineRoute({
  name: 'fetchMedia',
  method: 'POST',
  path: '/v1/media/:mediaId/fetch',
  summary: 'Try again to get a file from the provider that could not be had',
  access: { permission: 'media.write' },
  params: mediaParams,
  status: 202,
  response: mediaSchema,
  errors: ['not_found', 'conflict'],
});

export const deleteMedia = defineRoute({
  name: 'deleteMedia',
  method: 'DELETE',
  path: '/v1/media/:mediaId',
  summary: 'Remove a file that no message shows',
  access: { permission: 'media.write' },
  params: mediaParams,
  status: 204,
  response: emptySchema,
  errors: ['not_found', 'conflict'],
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

export const getPublishedMedia = defineRoute({
  name: 'getPublishedMedia',
  method: 'GET',
  path: '/v1/published-media/:token',
  summary:
    'The bytes of a file for a provider that fetches what is sent; the address proves itself and expires',
  access: 'public',
  params: z.object({
    token: z
      .string()
      .max(2000)
      .regex(/^[\w.-]+$/),
  }),
  answers: 'bytes',
  response: z.unknown(),
  errors: ['not_found'],
});

export const getMediaThumbnail = defineRoute({
  name: 'getMediaThumbnail',
  method: 'GET',
  path: '/v1/media/:mediaId/thumbnail',
  summary: 'A small WebP picture of an image, a sticker or, where the server has ffmpeg, a video',
  access: { permission: 'media.read' },
  params: mediaParams,
  answers: 'bytes',
  response: z.unknown(),
  errors: ['not_found', 'media_not_ready'],
});
