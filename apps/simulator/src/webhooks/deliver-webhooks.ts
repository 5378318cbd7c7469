import { renderTwilioForm } from '../resellers/twilio/webhooks/render-form.ts';
import type { Simulation } from '../simulation.ts';
import { mediaUrl } from '../world/media/media-url.ts';
import type { WorldRecord } from '../world/records/registry.ts';
import type { Update, Webhook, WebhookState } from '../world/updates.ts';
import { chooseUpdates } from './choose-updates.ts';
import { headersOf } from './headers-of.ts';
import { type PostResult, postWebhook } from './post.ts';
import { renderBody } from './render-body.ts';

/** What is under way to one app. */
interface Line {
  inFlight: number;
  /** Pairs whose first attempt is under way: no other first attempt for them starts, which keeps their order. */
  readonly busyPairs: Set<string>;
  /** Bodies to be attempted again, or sent as they are. */
  readonly ready: WebhookState[];
}

/** Delivers everything the world has to tell, to every subscribed app, until it is answered with 200. */
export class WebhookDelivery {
  readonly #simulation: Simulation;
  readonly #lines = new Map<string, Line>();
  /** Updates a fault holds back. */
  readonly #held = new Set<string>();
  #unfinished = 0;
  #corked = false;
  #stopped = false;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    simulation.onCommit((record) => this.#onCommit(record));
  }

  /** Queues a body as it is, signed with the app's secret. Returns the webhook's id. */
  sendBody(appId: string, url: string, body: string): string {
    const state = this.#commitWebhook({ appId, url, body, updateIds: [], messageIds: [] });
    this.#makeReady(state);
    return state.webhook.id;
  }

  /** Runs something that tells a lot; nothing is sent meanwhile, so that up to `batchSize` share a body. */
  together(batchSize: number | undefined, run: () => void): void {
    this.#corked = true;
    try {
      run();
    } finally {
      this.#corked = false;
      for (const appId of this.#simulation.world.pendingUpdates.keys()) this.#pump(appId, batchSize);
    }
  }

  /** Takes up what the journal says is still to be delivered. */
  resume(): void {
    for (const state of this.#simulation.world.webhooks.inMemory()) {
      if (state.outcome !== 'pending') continue;
      this.#unfinished += 1;
      this.#makeReady(state);
    }
    for (const appId of this.#simulation.world.pendingUpdates.keys()) this.#pump(appId);
  }

  /** How many bodies and updates still wait for their 200. */
  pendingCount(): number {
    const waiting = [...this.#simulation.world.pendingUpdates.values()];
    return waiting.reduce((sum, line) => sum + line.size, this.#unfinished);
  }

  /** The world was emptied; whatever is under way is nobody's any more. */
  clear(): void {
    this.#lines.clear();
    this.#held.clear();
    this.#unfinished = 0;
  }

  stop(): void {
    this.#stopped = true;
  }

  #onCommit(record: WorldRecord): void {
    const updateId = toldBy(record);
    if (updateId === undefined) return;
    for (const [appId, pending] of this.#simulation.world.pendingUpdates) {
      const update = pending.get(updateId);
      if (!update) continue;
      this.#holdByFault(appId, update);
      this.#pump(appId);
    }
  }

  /** Holds an update back when a fault says so; others may overtake it. */
  #holdByFault(appId: string, update: Update): void {
    const { faults, random, scheduler } = this.#simulation;
    const { delayMs, reorder } = faults.get();
    const reorderMs = random.chance(reorder) ? random.integer(200, 2000) : 0;
    const holdMs = reorderMs + (delayMs ? random.integer(delayMs.min, delayMs.max) : 0);
    if (holdMs === 0) return;
    this.#held.add(update.id);
    scheduler.after(holdMs, () => {
      this.#held.delete(update.id);
      this.#pump(appId);
    });
  }

  #lineOf(appId: string): Line {
    const line = this.#lines.get(appId) ?? { inFlight: 0, busyPairs: new Set(), ready: [] };
    this.#lines.set(appId, line);
    return line;
  }

  #pump(appId: string, batchSize = this.#simulation.world.settings.webhooks.batchSize): void {
    const line = this.#lineOf(appId);
    const { concurrency } = this.#simulation.world.settings.webhooks;
    while (!this.#stopped && !this.#corked && line.inFlight < concurrency) {
      const again = line.ready.shift();
      const next = again ? { state: again, pairs: [] } : this.#composeNext(appId, line, batchSize);
      if (!next) return;
      void this.#deliver(next.state, line, next.pairs);
    }
  }

  #composeNext(appId: string, line: Line, batchSize: number) {
    const { world } = this.#simulation;
    const app = world.apps.get(appId);
    const isTwilio = app?.reseller?.kind === 'twilio';
    const chosen = chooseUpdates(
      world,
      appId,
      isTwilio ? 1 : batchSize,
      (update, pair) => !this.#held.has(update.id) && !line.busyPairs.has(pair),
    );
    if (!chosen || !app) return undefined;
    const { url, updates, pairs } = chosen;
    const body = isTwilio
      ? renderTwilioForm(this.#simulation, app, updates)
      : renderBody(world, updates, {
          webhookVersion: app.webhookVersion,
          mediaUrl: (media) => mediaUrl(this.#simulation, media, 'webhook'),
        });
    const updateIds = updates.map(({ id }) => id);
    const messageIds = updates.flatMap((update) => (update.kind === 'inbound' ? [update.messageId] : []));
    return { state: this.#commitWebhook({ appId, url, body, updateIds, messageIds }), pairs };
  }

  #commitWebhook(content: Omit<Webhook, 'id' | 'at'>): WebhookState {
    const { random, clock, commit, world } = this.#simulation;
    const webhook = { ...content, id: random.base62(12), at: clock.now() };
    this.#unfinished += 1;
    commit({ kind: 'webhook', webhook });
    const state = world.webhooks.get(webhook.id);
    if (!state) throw new Error(`Webhook ${webhook.id} was committed but is not in the world`);
    return state;
  }

  async #deliver(state: WebhookState, line: Line, pairs: readonly string[]): Promise<void> {
    const { faults, random } = this.#simulation;
    line.inFlight += 1;
    for (const pair of pairs) line.busyPairs.add(pair);
    const isDropped = random.chance(faults.get().drop);
    const result = isDropped ? droppedResult : await this.#post(state.webhook);
    for (const pair of pairs) line.busyPairs.delete(pair);
    line.inFlight -= 1;
    if (!this.#isCurrent(state)) return;
    this.#commitAttempt(state, result);
    if (result.httpStatus === 200) this.#end(state, 'delivered');
    else this.#retryOrGiveUp(state);
    this.#pump(state.webhook.appId);
  }

  /** False once the simulator has stopped, or a reset has thrown the webhook away. */
  #isCurrent({ webhook }: WebhookState): boolean {
    return !this.#stopped && this.#simulation.world.webhooks.has(webhook.id);
  }

  #post({ url, body, appId }: Webhook): Promise<PostResult> {
    const { world } = this.#simulation;
    const bytes = Buffer.from(body);
    const headers = headersOf(world.apps.get(appId), url, bytes);
    return postWebhook({ url, body: bytes, headers, timeoutMs: world.settings.webhooks.timeoutMs });
  }

  #commitAttempt({ webhook }: WebhookState, result: PostResult, duplicate?: true): void {
    const { clock, commit } = this.#simulation;
    const attempt = { at: clock.now(), ...result, duplicate };
    commit({ kind: 'attempt', webhookId: webhook.id, attempt });
  }

  #end(state: WebhookState, outcome: 'delivered' | 'expired'): void {
    const { commit, random, faults, scheduler } = this.#simulation;
    this.#unfinished -= 1;
    commit({ kind: 'webhook-ended', webhookId: state.webhook.id, outcome });
    if (outcome !== 'delivered' || !random.chance(faults.get().duplicate)) return;
    this.#unfinished += 1;
    scheduler.after(random.integer(0, 1000), () => void this.#repeat(state));
  }

  async #repeat(state: WebhookState): Promise<void> {
    const result = await this.#post(state.webhook);
    if (!this.#isCurrent(state)) return;
    this.#unfinished -= 1;
    this.#commitAttempt(state, result, true);
  }

  #retryOrGiveUp(state: WebhookState): void {
    const { world, clock, scheduler } = this.#simulation;
    const { retryDelaysMs, giveUpAfterMs } = world.settings.webhooks;
    const { url } = state.webhook;
    const isTwilio = world.apps.get(state.webhook.appId)?.reseller?.kind === 'twilio';
    const isTriedEnough = isTwilio && state.attempts.length > retriesAskedFor(url);
    if (isTriedEnough || clock.now() - state.webhook.at >= giveUpAfterMs) return this.#end(state, 'expired');
    const delayMs = retryDelaysMs[Math.min(state.attempts.length, retryDelaysMs.length) - 1] ?? 1000;
    scheduler.after(delayMs, () => this.#makeReady(state));
  }

  #makeReady(state: WebhookState): void {
    this.#lineOf(state.webhook.appId).ready.push(state);
    this.#pump(state.webhook.appId);
  }
}

/** The update a record brings into the lines of the apps. */
function toldBy(record: WorldRecord): string | undefined {
  if (record.kind === 'inbound') return record.updateId;
  return record.kind === 'status' || record.kind === 'field' ? record.update.id : undefined;
}

const droppedResult: PostResult = { outcome: 'dropped', durationMs: 0 };

/** Twilio repeats only what its customer asks for behind the address. (Twilio, "Webhook connection overrides", 2026-11) */
function retriesAskedFor(url: string): number {
  return Math.min(5, Number(new URLSearchParams(new URL(url).hash.slice(1)).get('rc') ?? 0));
}
