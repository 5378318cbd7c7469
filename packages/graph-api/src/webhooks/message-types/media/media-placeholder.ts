import { z } from 'zod';
import { defineMessageType } from '../define.ts';

/**
 * Stands in `history` for media; for those of the last 14 days the real message follows under the same wamid.
 * (Meta, "history webhook", 2026)
 */
export const mediaPlaceholder = defineMessageType('media_placeholder', z.looseObject({}), {
  content: 'optional',
});
