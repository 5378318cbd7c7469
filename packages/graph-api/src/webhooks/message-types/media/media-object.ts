import { z } from 'zod';
import { decoration, wireId } from '../../../wire.ts';

/**
 * What every media message carries. `id` lives 7 days, `url` (rolling out since 2025-11) minutes, and both need the
 * token. `sha256` is base64 here and may be hex on the media node. (Meta, "Media", 2026)
 */
export const mediaObject = z.looseObject({
  id: wireId,
  mime_type: decoration(z.string()),
  sha256: decoration(z.string()),
  url: decoration(z.string()),
});

export const captionedMediaObject = mediaObject.extend({ caption: decoration(z.string()) });
