import { z } from 'zod';
import { decoration, wireTimestamp } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';
import { templateRef } from './template-ref.ts';

/**
 * With `correct_category`: announced for `category_update_timestamp`, and `new_category` is still the current one.
 * Without: done, from `previous_category` to `new_category`.
 */
export const templateCategoryUpdate = defineAccountField(
  'template_category_update',
  templateRef.extend({
    previous_category: decoration(z.string()),
    new_category: z.string(),
    correct_category: decoration(z.string()),
    category_update_timestamp: decoration(wireTimestamp),
  }),
);
