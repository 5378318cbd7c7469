import type { Simulation } from '../simulation.ts';
import { isNumberField } from '../world/callbacks.ts';
import type { JsonObject } from '../world/entities.ts';
import type { WebhookScope } from '../world/updates.ts';
import { valueHead } from './render-inbound.ts';

/**
 * What is told, and about what: exactly one of a number, a WABA or a portfolio. With `waId` it keeps its order
 * among the other webhooks of that chat.
 */
export type Notice = WebhookScope & {
  /** A webhook field, such as `message_template_status_update`. */
  readonly field: string;
  /** Its value as on the wire; fields about a number get `messaging_product` and `metadata` put in front. */
  readonly value: JsonObject;
  /** World ms; the world's now when left out. */
  readonly at?: number | undefined;
};

/**
 * Tells every app that subscribed the field, signed, batched and repeated like any webhook. It goes to the override
 * callback when the field is about a number, else to the app's own.
 */
export function notify(
  { world, random, clock, commit }: Pick<Simulation, 'world' | 'random' | 'clock' | 'commit'>,
  notice: Notice,
): void {
  const { field, value, at = clock.now(), ...scope } = notice;
  const phoneNumber = 'phoneNumberId' in scope ? world.phoneNumbers.get(scope.phoneNumberId) : undefined;
  const needsHead = phoneNumber && isNumberField(field) && !('messaging_product' in value);
  const whole = needsHead ? { ...valueHead(phoneNumber), ...value } : value;
  commit({
    kind: 'field',
    update: { id: random.base62(12), kind: 'field', field, value: whole, scope, at },
  });
}
