import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber } from '../../world/entities.ts';

/** When the last message of each number may leave, by world. */
const lastSlots = new WeakMap<Simulation, Map<string, number>>();

/** What a WhatsApp sender gets by default. (Twilio, "WhatsApp: rate limits", 2026-11) */
const messagesPerSecond = 80;

/** When the next message of the number leaves Twilio's queue (world ms): nothing is refused for coming too fast. */
export function slotOf(simulation: Simulation, { id }: PhoneNumber): number {
  const slots = lastSlots.get(simulation) ?? new Map<string, number>();
  lastSlots.set(simulation, slots);
  const now = simulation.clock.now();
  const slot = Math.max(now, (slots.get(id) ?? 0) + 1000 / messagesPerSecond);
  slots.set(id, slot);
  return slot;
}
