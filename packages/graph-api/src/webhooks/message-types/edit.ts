import { z } from 'zod';
import { decoration, wireId } from '../../wire.ts';
import { defineMessageType } from './define.ts';
import { captionedMediaObject } from './media/media-object.ts';
import { textContent } from './text.ts';

/**
 * A new text or caption for an earlier message, within 15 minutes and maybe several times. Comes only from
 * coexistence numbers; others get `unsupported`. (Meta, "Edit messages webhook", 2026-07-20)
 */
export const edit = defineMessageType(
  'edit',
  z.looseObject({
    original_message_id: wireId,
    message: z.looseObject({
      type: z.string(),
      text: decoration(textContent),
      image: decoration(captionedMediaObject),
      video: decoration(captionedMediaObject),
      document: decoration(captionedMediaObject),
    }),
  }),
);
