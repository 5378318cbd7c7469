import { z } from 'zod';
import { decoration } from '../../wire.ts';
import { defineMessageType } from './define.ts';

/** A tap on a template's quick reply. `payload` is what the send gave, by default the button's text. */
export const button = defineMessageType(
  'button',
  z.looseObject({ text: z.string(), payload: decoration(z.string()) }),
);
