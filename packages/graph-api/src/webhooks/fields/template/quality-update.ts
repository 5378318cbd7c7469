import { z } from 'zod';
import { decoration } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';
import { templateRef } from './template-ref.ts';

/** GREEN, YELLOW, RED or UNKNOWN. */
export const messageTemplateQualityUpdate = defineAccountField(
  'message_template_quality_update',
  templateRef.extend({ previous_quality_score: decoration(z.string()), new_quality_score: z.string() }),
);
