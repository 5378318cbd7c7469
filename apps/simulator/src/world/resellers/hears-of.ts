import type { App, PhoneNumber } from '../entities.ts';
import type { WebhookScope } from '../updates.ts';
import type { World } from '../world.ts';

/** What Twilio does not pass on to its customers. (Twilio, "WhatsApp: supported messages", 2026-11) */
const unknownToTwilio = new Set(['reaction', 'edit', 'revoke', 'request_welcome', 'system', 'order']);

/**
 * The account at a reseller that hears of a number: of a message it has sent itself, and of what comes in for a number
 * that lives there now. Undefined: apps of Meta's hear of it.
 */
export function findReseller(world: World, scope: WebhookScope): App | undefined {
  if (!('phoneNumberId' in scope)) return undefined;
  const number = world.phoneNumbers.get(scope.phoneNumberId);
  const appId = scope.direction === 'outbound' ? scope.resellerAppId : number?.resellerAppId;
  return appId === undefined ? undefined : world.apps.get(appId);
}

/** Where the account at a reseller is told of it; undefined: nowhere. */
export function resellerCallback(app: App, scope: WebhookScope): string | undefined {
  const { reseller } = app;
  if (!reseller || !('phoneNumberId' in scope)) return undefined;
  if (reseller.kind === 'dialog360') return app.callbackUrl;
  const sender = reseller.senders.find(({ phoneNumberId }) => phoneNumberId === scope.phoneNumberId);
  if (scope.direction === 'outbound') return scope.statusCallback ?? sender?.statusCallbackUrl;
  return scope.type !== undefined && unknownToTwilio.has(scope.type) ? undefined : sender?.callbackUrl;
}

/** Whether a number may be used by this app: one that lives at a reseller answers nobody else. */
export function livesAt(number: PhoneNumber, app: App): boolean {
  return number.resellerAppId === (app.reseller ? app.id : undefined);
}
