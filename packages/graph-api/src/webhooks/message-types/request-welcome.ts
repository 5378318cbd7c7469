import { z } from 'zod';
import { defineMessageType } from './define.ts';

/** The person opened the chat for the first time; nothing was said. */
export const requestWelcome = defineMessageType('request_welcome', z.looseObject({}), {
  content: 'optional',
});
