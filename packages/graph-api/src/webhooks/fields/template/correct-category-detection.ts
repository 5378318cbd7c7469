import { z } from 'zod';
import { defineAccountField } from '../define.ts';
import { templateRef } from './template-ref.ts';

/** A Direct Send message was of another category than declared. */
export const templateCorrectCategoryDetection = defineAccountField(
  'template_correct_category_detection',
  templateRef.extend({ category: z.string(), correct_category: z.string() }),
);
