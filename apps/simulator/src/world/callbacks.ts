import type { App } from './entities.ts';
import type { World } from './world.ts';

/** The apps that hear of `field` events of a number: subscribed to its WABA, to the field, with a callback. */
export function subscribedApps(world: World, phoneNumberId: string, field: string): App[] {
  const wabaId = world.phoneNumbers.get(phoneNumberId)?.wabaId;
  const apps: App[] = [];
  for (const subscription of world.subscriptions.values()) {
    const app = world.apps.get(subscription.appId);
    if (subscription.wabaId !== wabaId || !app?.fields.includes(field)) continue;
    if (resolveCallbackUrl(world, app.id, phoneNumberId) !== undefined) apps.push(app);
  }
  return apps;
}

/** Where an app's webhooks of a number go: number override, else WABA override, else the app's own callback. */
export function resolveCallbackUrl(world: World, appId: string, phoneNumberId: string): string | undefined {
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  if (phoneNumber?.overrideCallbackUrl) return phoneNumber.overrideCallbackUrl;
  const subscription = world.subscriptions.get(`${appId}/${phoneNumber?.wabaId}`);
  return subscription?.overrideCallbackUrl ?? world.apps.get(appId)?.callbackUrl;
}
