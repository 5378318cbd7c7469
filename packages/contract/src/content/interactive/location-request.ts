import * as z from 'zod';
import { shownText } from '../parts.ts';

/** Asks the customer to share where they are; the answer is a `location`. */
export const locationRequestContent = z.object({ kind: z.literal('location_request'), body: shownText });
