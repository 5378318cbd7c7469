import { z } from 'zod';
import { wireId } from '../../wire.ts';
import { defineMessageType } from './define.ts';

/** A removed reaction comes without `emoji` or with an empty one; both are the empty string with us. */
export const reaction = defineMessageType(
  'reaction',
  z.looseObject({
    message_id: wireId,
    emoji: z
      .string()
      .nullish()
      .transform((emoji) => emoji ?? ''),
  }),
);
