import { z } from 'zod';
import { decoration } from '../../wire.ts';
import { defineMessageType } from './define.ts';

/**
 * Something the person could send and Meta does not hand over: polls, edits, messages of other businesses. The
 * object is sometimes missing, always so in groups; the reason stands in the message's `errors`.
 */
export const unsupported = defineMessageType('unsupported', z.looseObject({ type: decoration(z.string()) }), {
  content: 'optional',
});
