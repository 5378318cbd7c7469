import { createHost, createHostClock, type Host } from '../engine/scheduler.ts';
import { statement } from '../store/statement.ts';
import type { ToldStatus } from './provider.ts';
import { createStatusMerge } from './sending-context.ts';
import { tell, type World, workspaceId } from './world.ts';

interface RawEvent {
  readonly receivedAtMs: number;
  readonly status: ToldStatus;
}

const largestBatch = 6;
const lookAgainMs = 100;
const windowMs = 24 * 60 * 60 * 1_000;

/** Webhooks as ingest hands them over: stored before anything else, worked off by one worker at a time, in batches. */
export class Intake {
  readonly #world: World;
  readonly #events: RawEvent[] = [];
  #host: Host = createHost('intake');

  constructor(world: World) {
    this.#world = world;
  }

  get waiting(): number {
    return this.#events.length;
  }

  receive(status: ToldStatus): void {
    this.#events.push({ receivedAtMs: this.#world.scheduler.nowMs, status });
  }

  lagMs(): number {
    return this.#world.scheduler.nowMs - (this.#events[0]?.receivedAtMs ?? this.#world.scheduler.nowMs);
  }

  start(): void {
    void this.#work(this.#host);
  }

  /** What it had not committed is worked off again by the next. */
  crash(restartMs: number): void {
    tell(this.#world, this.#host.name, 'dies');
    this.#host.isAlive = false;
    this.#world.database.forget(this.#host);
    this.#host = createHost('intake');
    this.#host.pausedUntilMs = this.#world.scheduler.nowMs + restartMs;
    this.start();
  }

  /** A customer writes: the window is open for another day. */
  async customerWrites(conversationId: string): Promise<void> {
    const { database, scheduler } = this.#world;
    const host = this.#host;
    await database
      .connect(host, workspaceId)
      .inTenant(workspaceId, (tx) =>
        statement(tx, 'advanceConversation', (rows) => {
          const row = rows.lock('conversations', conversationId);
          if (!row) return;
          const lastInboundAt = new Date(scheduler.nowMs);
          const windowClosesAt = new Date(scheduler.nowMs + windowMs);
          rows.put('conversations', conversationId, { ...row, lastInboundAt, windowClosesAt });
        }),
      )
      .catch(() => undefined);
  }

  /** A customer asks for everything to stop. */
  async customerStops(conversationId: string): Promise<void> {
    const { database, scheduler } = this.#world;
    const host = this.#host;
    await database
      .connect(host, workspaceId)
      .inTenant(workspaceId, (tx) =>
        statement(tx, 'recordConsent', (rows) => {
          const row = rows.get('conversations', conversationId);
          if (!row) return;
          rows.lock('stops', row.contactId);
          rows.put('stops', row.contactId, { contactId: row.contactId, at: new Date(scheduler.nowMs) });
        }),
      )
      .catch(() => undefined);
    tell(this.#world, 'customer', 'asks for everything to stop', { conversationId });
  }

  async #work(host: Host): Promise<void> {
    const clock = createHostClock(this.#world.scheduler, host);
    const database = this.#world.database.connect(host, workspaceId);
    const merge = createStatusMerge(this.#world, host);
    while (host.isAlive) {
      const batch = this.#events.slice(0, 1 + this.#world.random.below(largestBatch));
      if (batch.length === 0) {
        await clock.sleep(lookAgainMs);
        continue;
      }
      const statuses = batch.map(({ status, receivedAtMs }) => ({
        ...status,
        fact: 'status' as const,
        phoneNumberId: status.channelId,
        groupId: null,
        toldAt: new Date(receivedAtMs),
        receivedAt: new Date(receivedAtMs),
        pricing: null,
      }));
      try {
        await database.inTenant(workspaceId, (tx) => merge(tx, statuses));
        this.#events.splice(0, batch.length);
      } catch {
        // As the product does: again, a little later.
        await clock.sleep(lookAgainMs);
      }
    }
  }
}
