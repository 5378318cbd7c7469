import { defaultSettings, mergeSettings, type Settings } from '../settings.ts';
import type { World } from '../world.ts';

/** Where the world's clock stands; the clock itself reads it back on a restart. */
interface ClockMoved {
  readonly offsetMs: number;
  readonly frozenAt?: number | undefined;
}

interface SettingsChanged {
  readonly settings: Settings;
}

export const settingRecords = {
  clock: (_world: World, _record: ClockMoved) => {},
  settings: (world: World, { settings }: SettingsChanged) => {
    // A journal of an older simulator lacks the newer settings.
    world.settings = mergeSettings(defaultSettings, settings);
  },
};
