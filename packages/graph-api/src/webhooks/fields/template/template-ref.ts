import { z } from 'zod';
import { wireId } from '../../../wire.ts';

/** How every template webhook names its template. The id is above 2^53 on the wire. */
export const templateRef = z.looseObject({
  message_template_id: wireId,
  message_template_name: z.string(),
  message_template_language: z.string(),
});
