import { z } from 'zod';
import { phoneKind } from './kind.ts';

/** Cards as Meta writes them; any part may be missing. */
export const contactsKind = phoneKind({
  schema: z.array(z.looseObject({ name: z.looseObject({ formatted_name: z.string() }).optional() })).min(1),
  build: (content) => ({ type: 'contacts', content }),
});
