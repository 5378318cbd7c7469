import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { boundedText } from '../values.ts';
import { templateComponents } from './components.ts';

/**
 * An approved template with its variables filled in. Leave `components` out when there are none. Whether count and
 * names fit the template only Meta can tell (132000, 132012). (Meta, "Template messages", 2026)
 */
export const templateContent = z.strictObject({
  name: boundedText(messageLimits.templateName),
  language: z.strictObject({
    code: z
      .string()
      .regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, { error: 'must be a language code such as en_US' }),
    /** Without effect. */
    policy: z.literal('deterministic').optional(),
  }),
  components: templateComponents.optional(),
  /** Without effect; older clients still write it for the On-Premises API. */
  namespace: z.string().optional(),
});
