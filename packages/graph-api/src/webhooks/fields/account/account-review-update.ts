import { z } from 'zod';
import { defineAccountField } from '../define.ts';

export const accountReviewUpdate = defineAccountField(
  'account_review_update',
  z.looseObject({ decision: z.string() }),
);
