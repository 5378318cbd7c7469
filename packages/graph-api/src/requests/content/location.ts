import { z } from 'zod';
import { degrees } from '../values.ts';

export const locationContent = z.strictObject({
  latitude: degrees(90),
  longitude: degrees(180),
  name: z.string().optional(),
  address: z.string().optional(),
});
