import { z } from 'zod';
import { decoration } from '../../../wire.ts';
import { defineMessageType } from '../define.ts';
import { mediaObject } from './media-object.ts';

export const sticker = defineMessageType(
  'sticker',
  mediaObject.extend({ animated: decoration(z.boolean()) }),
);
