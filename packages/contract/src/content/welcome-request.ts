import * as z from 'zod';

/** The customer opened the chat for the first time and has written nothing yet. */
export const welcomeRequestContent = z.object({ kind: z.literal('welcome_request') });
