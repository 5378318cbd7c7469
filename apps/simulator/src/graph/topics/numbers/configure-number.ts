import { z } from 'zod';
import { notify } from '../../../webhooks/notify.ts';
import type { PhoneNumber } from '../../../world/entities.ts';
import { changeSettings } from '../../../world/numbers/change-settings.ts';
import { startNameReview } from '../../../world/numbers/review-name.ts';
import { verifyOverride } from '../../edges/subscribed-apps.ts';
import type { GraphCall } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphObject, graphText, graphTextOf } from '../../input/values.ts';

const inputSchema = z.object({
  webhook_configuration: graphObject(
    z.looseObject({ override_callback_uri: z.string(), verify_token: z.string().optional() }),
  ).optional(),
  pin: graphText.optional(),
  new_display_name: graphTextOf(75, 2).optional(),
});

/**
 * `POST /{phone-number-id}`: the number's own callback (an empty URL removes it), a new two-step PIN, or a new display
 * name, which is reviewed.
 */
export async function configureNumber(call: GraphCall<PhoneNumber>): Promise<unknown> {
  const input = readInput(call, inputSchema);
  const { webhook_configuration: webhook, pin, new_display_name: displayName } = input;
  if (webhook === undefined && pin === undefined && displayName === undefined) {
    throw new GraphError(100, { message: '(#100) Need at least one of the parameters to update.' });
  }
  if (webhook) await setOverride(call, webhook.override_callback_uri, webhook.verify_token);
  if (pin !== undefined) setPin(call, pin);
  if (displayName !== undefined) startNameReview(call.simulation, call.node.id, displayName);
  return { success: true };
}

async function setOverride(call: GraphCall<PhoneNumber>, url: string, verifyToken: string | undefined) {
  if (url !== '') await verifyOverride(call.simulation.random, url, verifyToken);
  const phoneNumber = { ...call.node, overrideCallbackUrl: url || undefined };
  call.simulation.commit({ kind: 'entities', entities: { phoneNumbers: [phoneNumber] } });
}

function setPin({ simulation, node, caller }: GraphCall<PhoneNumber>, pin: string): void {
  if (!/^\d{6}$/.test(pin)) throw badParameter('pin', 'must be a 6-digit number.');
  changeSettings(simulation, node.id, { pin });
  notify(simulation, {
    field: 'security',
    phoneNumberId: node.id,
    value: { display_phone_number: node.digits, event: 'PIN_CHANGED', requester: caller.app.id },
  });
}
