import { z } from 'zod';
import { decoration } from '../../../wire.ts';
import { defineMessageType } from '../define.ts';
import { captionedMediaObject } from './media-object.ts';

/** `filename` is the sender's text: never a path to trust. */
export const document = defineMessageType(
  'document',
  captionedMediaObject.extend({ filename: decoration(z.string()) }),
);
