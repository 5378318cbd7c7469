import type { World } from '../world.ts';
import type { NumberSettings } from './number-settings.ts';

/** The settings of a number; Meta's defaults where nothing was set (cart on, catalogue hidden). */
export function settingsOf(world: World, phoneNumberId: string): NumberSettings {
  return (
    world.numberSettings.get(phoneNumberId) ?? {
      phoneNumberId,
      profile: {},
      automation: {},
      isCartEnabled: true,
      isCatalogVisible: false,
      identityCheck: false,
      officialAccount: 'NOT_APPLIED',
    }
  );
}
