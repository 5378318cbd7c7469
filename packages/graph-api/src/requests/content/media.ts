import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { problemCode } from '../problem.ts';
import { boundedText, mediaId, webUrl } from '../values.ts';

const source = { id: mediaId.optional(), link: webUrl.optional() };

/** Uploaded media by `id`, or `link` for Meta to fetch: exactly one of them. */
function mediaObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ ...source, ...shape }).superRefine(requireOneSource);
}

const caption = boundedText(messageLimits.caption).optional();

export const imageContent = mediaObject({ caption });
export const videoContent = mediaObject({ caption });
/** `voice` makes it a voice message, which must be OGG with OPUS. Audio has no caption. */
export const audioContent = mediaObject({ voice: z.boolean().optional() });
export const documentContent = mediaObject({ caption, filename: boundedText(240).optional() });
export const stickerContent = mediaObject({});

/** Media in headers: without a caption of their own. */
export const headerMedia = mediaObject({});
export const headerDocument = mediaObject({ filename: boundedText(240).optional() });

function requireOneSource(
  media: { readonly id?: unknown; readonly link?: unknown },
  context: z.RefinementCtx,
): void {
  if (media.id !== undefined && media.link !== undefined) {
    context.addIssue({ code: 'custom', message: 'must have one of id and link, not both' });
  } else if (media.id === undefined && media.link === undefined) {
    context.addIssue({
      code: 'custom',
      message: 'must have an id or a link',
      params: problemCode('requiredParameterMissing'),
    });
  }
}
