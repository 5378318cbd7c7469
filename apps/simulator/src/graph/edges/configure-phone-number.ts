import { z } from 'zod';
import type { PhoneNumber } from '../../world/entities.ts';
import type { GraphCall } from '../graph-call.ts';
import { missingParameter } from '../graph-error.ts';
import { verifyOverride } from './subscribed-apps.ts';

const webhookConfigurationSchema = z.looseObject({
  override_callback_uri: z.string(),
  verify_token: z.string().optional(),
});

/** `POST /{phone-number-id}` with `webhook_configuration`: the number's own callback; an empty URL removes it. */
export async function configurePhoneNumber(call: GraphCall<PhoneNumber>): Promise<unknown> {
  const parsed = webhookConfigurationSchema.safeParse(call.parameters.webhook_configuration);
  if (!parsed.success) throw missingParameter('webhook_configuration');
  const { override_callback_uri: overrideCallbackUrl, verify_token: verifyToken } = parsed.data;
  if (overrideCallbackUrl !== '') {
    await verifyOverride(call.simulation.random, overrideCallbackUrl, verifyToken);
  }
  const phoneNumber = { ...call.node, overrideCallbackUrl: overrideCallbackUrl || undefined };
  call.simulation.commit({ kind: 'entities', entities: { phoneNumbers: [phoneNumber] } });
  return { success: true };
}
