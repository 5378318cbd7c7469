import { createSecretKey } from 'node:crypto';
import { signBody } from '@renkei/graph-api';
import type { Simulation } from '../simulation.ts';
import { resolveCallbackUrl } from '../world/callbacks.ts';
import { mediaUrl } from '../world/media-url.ts';
import type { Update, Webhook } from '../world/records.ts';
import { chatKey, type WebhookState } from '../world/world.ts';
import { type PostResult, postWebhook } from './post.ts';
import { renderBody } from './render-body.ts';

/** Delivers everything the world has to tell, to every subscribed app, until it is answered with 200. */
export interface WebhookDelivery {
  /** Queues a body as it is, signed with the app's secret. Returns the webhook's id. */
  sendBody(appId: string, url: string, body: string, messageIds?: readonly string[]): string;
  /** Runs something that tells a lot; nothing is sent meanwhile, so that up to `batchSize` share a body. */
  together(batchSize: number | undefined, run: () => void): void;
  /** Takes up what the journal says is still to be delivered. */
  resume(): void;
  /** How many bodies or updates still wait for their first 200. */
  pendingCount(): number;
  clear(): void;
  stop(): void;
}

/** How many waiting updates are looked at for the next body; more only costs time while pairs are busy. */
const lookAhead = 500;

interface FirstAttempt {
  readonly state: WebhookState;
  /** The (number, user) pairs it speaks of: no other first attempt for them starts meanwhile. */
  readonly pairs: readonly string[];
}

interface Line {
  inFlight: number;
  readonly busyPairs: Set<string>;
  readonly ready: WebhookState[];
}

export function deliverWebhooks(simulation: Simulation): WebhookDelivery {
  const { world, clock, scheduler, random, faults } = simulation;
  const lines = new Map<string, Line>();
  const heldUpdates = new Set<string>();
  let unfinished = 0;
  let stopped = false;
  let corked = false;

  const lineOf = (appId: string): Line => {
    const line = lines.get(appId) ?? { inFlight: 0, busyPairs: new Set(), ready: [] };
    lines.set(appId, line);
    return line;
  };

  const pump = (appId: string, batchSize = world.settings.webhooks.batchSize) => {
    const line = lineOf(appId);
    while (!stopped && !corked && line.inFlight < world.settings.webhooks.concurrency) {
      const retry = line.ready.shift();
      const next = retry ? { state: retry, pairs: [] } : composeNext(appId, line, batchSize);
      if (!next) return;
      line.inFlight += 1;
      void deliver(next.state, line, next.pairs);
    }
  };

  const composeNext = (appId: string, line: Line, batchSize: number): FirstAttempt | undefined => {
    const chosen = chooseUpdates(simulation, appId, batchSize, (update, pair) =>
      heldUpdates.has(update.id) || line.busyPairs.has(pair) ? 'skip' : 'take',
    );
    const app = world.apps.get(appId);
    if (!chosen || !app) return undefined;
    const body = renderBody(world, chosen.updates, {
      webhookVersion: app.webhookVersion,
      mediaUrl: (media) => mediaUrl(simulation, media, 'webhook'),
    });
    const messageIds = chosen.updates.flatMap((update) =>
      update.kind === 'inbound' ? [update.messageId] : [],
    );
    const updateIds = chosen.updates.map((update) => update.id);
    const state = queue({ appId, url: chosen.url, body, updateIds, messageIds });
    return { state, pairs: chosen.pairs };
  };

  const queue = (content: Omit<Webhook, 'id' | 'at'>): WebhookState => {
    const webhook = { ...content, id: random.base62(12), at: clock.now() };
    unfinished += 1;
    simulation.commit({ kind: 'webhook', webhook });
    const state = world.webhooksById.get(webhook.id);
    if (!state) throw new Error(`Webhook ${webhook.id} was committed but is not in the world`);
    return state;
  };

  const deliver = async (state: WebhookState, line: Line, pairs: readonly string[]) => {
    for (const pair of pairs) line.busyPairs.add(pair);
    const { webhook } = state;
    const result = random.chance(faults.get().drop) ? droppedResult : await post(webhook);
    for (const pair of pairs) line.busyPairs.delete(pair);
    line.inFlight -= 1;
    if (stopped) return;
    simulation.commit({ kind: 'attempt', webhookId: webhook.id, attempt: { at: clock.now(), ...result } });
    if (result.httpStatus === 200) end(state);
    else retryLater(state);
    pump(webhook.appId);
  };

  const post = (webhook: Webhook): Promise<PostResult> => {
    const bytes = Buffer.from(webhook.body);
    const secret = createSecretKey(Buffer.from(world.apps.get(webhook.appId)?.secret ?? ''));
    return postWebhook({
      url: webhook.url,
      body: bytes,
      signature: signBody(secret, bytes),
      timeoutMs: world.settings.webhooks.timeoutMs,
    });
  };

  const end = (state: WebhookState) => {
    unfinished -= 1;
    simulation.commit({ kind: 'webhook-ended', webhookId: state.webhook.id, outcome: 'delivered' });
    if (random.chance(faults.get().duplicate)) {
      unfinished += 1;
      scheduler.after(random.integer(0, 1000), () => void repeat(state));
    }
  };

  const repeat = async ({ webhook }: WebhookState) => {
    const result = await post(webhook);
    unfinished -= 1;
    if (stopped) return;
    const attempt = { at: clock.now(), ...result, duplicate: true };
    simulation.commit({ kind: 'attempt', webhookId: webhook.id, attempt });
  };

  const retryLater = (state: WebhookState) => {
    const { retryDelaysMs, giveUpAfterMs } = world.settings.webhooks;
    if (clock.now() - state.webhook.at >= giveUpAfterMs) {
      unfinished -= 1;
      simulation.commit({ kind: 'webhook-ended', webhookId: state.webhook.id, outcome: 'expired' });
      return;
    }
    const delayMs = retryDelaysMs[Math.min(state.attempts.length, retryDelaysMs.length) - 1] ?? 1000;
    scheduler.after(delayMs, () => makeReady(state));
  };

  const makeReady = (state: WebhookState) => {
    lineOf(state.webhook.appId).ready.push(state);
    pump(state.webhook.appId);
  };

  /** Holds an update back when a fault says so; others may overtake it. */
  const hold = (appId: string, update: Update) => {
    const { delayMs, reorder } = faults.get();
    const reorderMs = random.chance(reorder) ? random.integer(200, 2000) : 0;
    const holdMs = reorderMs + (delayMs ? random.integer(delayMs.min, delayMs.max) : 0);
    if (holdMs === 0) return;
    heldUpdates.add(update.id);
    scheduler.after(holdMs, () => {
      heldUpdates.delete(update.id);
      pump(appId);
    });
  };

  simulation.onCommit((record) => {
    if (record.kind !== 'inbound' && record.kind !== 'status') return;
    const updateId = record.kind === 'inbound' ? record.updateId : record.update.id;
    for (const [appId, pending] of world.pendingUpdates) {
      const update = pending.get(updateId);
      if (!update) continue;
      hold(appId, update);
      pump(appId);
    }
  });

  return {
    sendBody(appId, url, body, messageIds = []) {
      const state = queue({ appId, url, body, updateIds: [], messageIds });
      makeReady(state);
      return state.webhook.id;
    },
    together(batchSize, run) {
      corked = true;
      try {
        run();
      } finally {
        corked = false;
        for (const appId of world.pendingUpdates.keys()) pump(appId, batchSize);
      }
    },
    resume() {
      for (const state of world.webhooks) {
        if (state.outcome !== 'pending') continue;
        unfinished += 1;
        makeReady(state);
      }
      for (const appId of world.pendingUpdates.keys()) pump(appId);
    },
    pendingCount: () => [...world.pendingUpdates.values()].reduce((sum, line) => sum + line.size, unfinished),
    clear() {
      lines.clear();
      heldUpdates.clear();
      unfinished = 0;
    },
    stop() {
      stopped = true;
    },
  };
}

const droppedResult: PostResult = { outcome: 'dropped', durationMs: 0 };

/** The next updates that may share a body: same callback, oldest first, one batch at most. */
function chooseUpdates(
  { world }: Simulation,
  appId: string,
  batchSize: number,
  judge: (update: Update, pair: string) => 'take' | 'skip',
):
  | { readonly url: string; readonly updates: readonly Update[]; readonly pairs: readonly string[] }
  | undefined {
  const updates: Update[] = [];
  const pairs: string[] = [];
  let url: string | undefined;
  let looked = 0;
  for (const update of world.pendingUpdates.get(appId)?.values() ?? []) {
    looked += 1;
    if (looked > lookAhead || updates.length >= batchSize) break;
    const message = world.messages.get(update.messageId)?.message;
    const pair = message ? chatKey(message.phoneNumberId, message.waId) : '';
    if (!message || judge(update, pair) === 'skip') continue;
    const updateUrl = resolveCallbackUrl(world, appId, message.phoneNumberId);
    url ??= updateUrl;
    if (updateUrl === undefined || updateUrl !== url) continue;
    updates.push(update);
    pairs.push(pair);
  }
  return url === undefined ? undefined : { url, updates, pairs };
}
