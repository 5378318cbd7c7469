import type { Simulation } from '../../simulation.ts';
import type { NumberSettings } from './number-settings.ts';
import { settingsOf } from './settings-of.ts';

/** Puts part of a number's settings anew. */
export function changeSettings(
  { world, commit }: Pick<Simulation, 'world' | 'commit'>,
  phoneNumberId: string,
  change: Partial<NumberSettings>,
): void {
  const numberSettings = { ...settingsOf(world, phoneNumberId), ...change };
  commit({ kind: 'entities', entities: { numberSettings: [numberSettings] } });
}
