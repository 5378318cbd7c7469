import { z } from 'zod';
import { decoration, wireTimestamp } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';
import { templateRef } from './template-ref.ts';

/** A template was approved, rejected, paused … (Meta, "message_template_status_update webhook", 2026) */
export const messageTemplateStatusUpdate = defineAccountField(
  'message_template_status_update',
  templateRef.extend({
    /** APPROVED, REJECTED, PENDING, PAUSED, DISABLED, FLAGGED, REINSTATED, IN_APPEAL, PENDING_DELETION …; open. */
    event: z.string(),
    reason: decoration(z.string()),
    message_template_category: decoration(z.string()),
    rejection_info: decoration(
      z.looseObject({ reason: decoration(z.string()), recommendation: decoration(z.string()) }),
    ),
    other_info: decoration(
      z.looseObject({ title: decoration(z.string()), description: decoration(z.string()) }),
    ),
    disable_info: decoration(z.looseObject({ disable_date: decoration(wireTimestamp) })),
  }),
);
