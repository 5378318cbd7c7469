import { isWebhookFieldName, webhookFields } from '@renkei/graph-api';
import type { App } from './entities.ts';
import { findReseller, resellerCallback } from './resellers/hears-of.ts';
import type { WebhookScope } from './updates.ts';
import type { World } from './world.ts';

/** The apps that hear of `field` events: subscribed to the WABA and to the field, with a callback. */
export function subscribedApps(world: World, scope: WebhookScope, field: string): App[] {
  const hasCallback = (app: App) => resolveCallbackUrl(world, app.id, scope, field) !== undefined;
  if ('portfolioId' in scope) {
    const candidates = [...world.apps.values()].filter(({ id }) => id === (scope.appId ?? id));
    return candidates.filter((app) => app.fields.includes(field) && hasCallback(app));
  }
  const reseller = isNumberField(field) ? findReseller(world, scope) : undefined;
  if (reseller) return hasCallback(reseller) ? [reseller] : [];
  // Of a number that is not on the Cloud API nothing is heard; of its account everything.
  const number = 'phoneNumberId' in scope ? world.phoneNumbers.get(scope.phoneNumberId) : undefined;
  if (number && !number.registered && isNumberField(field)) return [];
  const wabaId = wabaIdOf(world, scope);
  const apps: App[] = [];
  for (const subscription of world.subscriptions.values()) {
    const app = world.apps.get(subscription.appId);
    if (app?.reseller && (app.reseller.kind === 'twilio' || isNumberField(field))) continue;
    if (subscription.wabaId === wabaId && app?.fields.includes(field) && hasCallback(app)) apps.push(app);
  }
  return apps;
}

/**
 * Where an app's webhooks go. Fields about a number: number override, else WABA override, else the app's own
 * callback; fields about the account always go to the app's own callback (Meta: webhook overrides).
 */
export function resolveCallbackUrl(
  world: World,
  appId: string,
  scope: WebhookScope,
  field: string,
): string | undefined {
  const app = world.apps.get(appId);
  if (app?.reseller && isNumberField(field)) return resellerCallback(app, scope);
  const callbackUrl = app?.callbackUrl;
  if ('portfolioId' in scope || !isNumberField(field)) return callbackUrl;
  const phoneNumber = 'phoneNumberId' in scope ? world.phoneNumbers.get(scope.phoneNumberId) : undefined;
  if (phoneNumber?.overrideCallbackUrl) return phoneNumber.overrideCallbackUrl;
  const subscription = world.subscriptions.get(`${appId}/${wabaIdOf(world, scope)}`);
  return subscription?.overrideCallbackUrl ?? callbackUrl;
}

/** Whether a field tells of one number (`messages`, `calls` …) and not of the account. */
export function isNumberField(field: string): boolean {
  return isWebhookFieldName(field) && webhookFields[field].scope === 'number';
}

/** What stands in `entry.id`: the WABA, or the portfolio for what concerns it as a whole. */
export function entryIdOf(world: World, scope: WebhookScope): string | undefined {
  return 'portfolioId' in scope ? scope.portfolioId : wabaIdOf(world, scope);
}

function wabaIdOf(world: World, scope: Exclude<WebhookScope, { portfolioId: string }>): string | undefined {
  return 'wabaId' in scope ? scope.wabaId : world.phoneNumbers.get(scope.phoneNumberId)?.wabaId;
}
