import { resolveCallbackUrl } from '../world/callbacks.ts';
import type { Update, WebhookScope } from '../world/updates.ts';
import { chatKey, getMessage, type World } from '../world/world.ts';

/** Updates that may share a body, and the lines of order they stand in. */
export interface ChosenUpdates {
  readonly url: string;
  readonly updates: readonly Update[];
  readonly pairs: readonly string[];
}

/** How many waiting updates are looked at; more only costs time while pairs are busy. */
const lookAhead = 500;

/** The next updates for an app that go to the same callback, oldest first, one batch at most. */
export function chooseUpdates(
  world: World,
  appId: string,
  batchSize: number,
  mayGo: (update: Update, pair: string) => boolean,
): ChosenUpdates | undefined {
  const updates: Update[] = [];
  const pairs: string[] = [];
  let url: string | undefined;
  let looked = 0;
  for (const update of world.pendingUpdates.get(appId)?.values() ?? []) {
    looked += 1;
    if (looked > lookAhead || updates.length >= batchSize) break;
    const scope = update.kind === 'field' ? update.scope : getMessage(world, update.messageId)?.message;
    if (!scope) continue;
    const field = update.kind === 'field' ? update.field : 'messages';
    const pair = orderKey(scope, field);
    if (!mayGo(update, pair)) continue;
    const updateUrl = resolveCallbackUrl(world, appId, scope, field);
    url ??= updateUrl;
    if (updateUrl === undefined || updateUrl !== url) continue;
    updates.push(update);
    pairs.push(pair);
  }
  return url === undefined ? undefined : { url, updates, pairs };
}

/** Updates with the same key arrive in order: those of a (number, user) pair, else those of one field. */
function orderKey(scope: WebhookScope, field: string): string {
  if ('portfolioId' in scope) return `${scope.portfolioId}/${field}`;
  if ('wabaId' in scope) return `${scope.wabaId}/${field}`;
  return chatKey(scope.phoneNumberId, scope.waId ?? field);
}
