import type { Worker } from '#platform/module';
import { createDispatcher } from '../../dispatcher/dispatcher.ts';
import type { DispatchMetrics } from '../../dispatcher/metrics.ts';
import { createHost, type Host } from '../engine/scheduler.ts';
import type { Intake } from './intake.ts';
import type { SimulatedProvider } from './provider.ts';
import { createSendingContext } from './sending-context.ts';
import { tell, type World } from './world.ts';

const nothingCounts: DispatchMetrics = new Proxy({} as DispatchMetrics, { get: () => () => {} });

interface RunningWorker {
  readonly host: Host;
  readonly dispatcher: Worker;
}

/** Processes with the real dispatcher in them, and everything that may happen to a process. */
export class Workers {
  readonly #world: World;
  readonly #provider: SimulatedProvider;
  readonly #intake: Intake;
  readonly #running: (RunningWorker | undefined)[] = [];

  constructor(world: World, provider: SimulatedProvider, intake: Intake) {
    this.#world = world;
    this.#provider = provider;
    this.#intake = intake;
  }

  startAll(): void {
    for (let slot = 0; slot < this.#world.plan.workers; slot += 1) this.#start(slot);
  }

  /** kill -9: nothing of it happens any more, and nothing is told. */
  crash(restartMs: number): void {
    const slot = this.#anySlot();
    const running = slot === undefined ? undefined : this.#running[slot];
    if (slot === undefined || !running) return;
    tell(this.#world, running.host.name, 'dies');
    this.#end(slot, running.host, restartMs);
  }

  /** SIGTERM: it finishes what is under way, and another one comes. */
  restart(restartMs: number): void {
    const slot = this.#anySlot();
    const running = slot === undefined ? undefined : this.#running[slot];
    if (slot === undefined || !running) return;
    tell(this.#world, running.host.name, 'is asked to stop');
    void running.dispatcher.stop().then(() => {
      if (this.#running[slot] !== running) return;
      tell(this.#world, running.host.name, 'has stopped');
      this.#end(slot, running.host, restartMs);
    });
  }

  /** Stands still, as a machine that swaps or a process under a debugger; it does not notice. */
  pause(ms: number): void {
    const running = this.#anyRunning();
    if (!running) return;
    tell(this.#world, running.host.name, `stands still for ${Math.round(ms)} ms`);
    running.host.pausedUntilMs = this.#world.scheduler.nowMs + ms;
  }

  setClock(offsetMs: number): void {
    const running = this.#anyRunning();
    if (!running) return;
    tell(this.#world, running.host.name, `has its clock set by ${Math.round(offsetMs)} ms`);
    running.host.clockOffsetMs += offsetMs;
  }

  /** Right clocks, nobody paused. */
  recover(): void {
    for (const running of this.#running) {
      if (!running) continue;
      running.host.clockOffsetMs = 0;
      running.host.pausedUntilMs = 0;
    }
  }

  #start(slot: number): void {
    const host = createHost(`worker ${slot + 1}`);
    const { plan, random } = this.#world;
    const needs = { provider: this.#provider, intakeLagMs: () => this.#intake.lagMs() };
    const context = createSendingContext(this.#world, host, needs);
    const dispatcher = createDispatcher({
      ...context,
      settings: {
        leaseMs: plan.leaseMs,
        concurrency: plan.concurrency,
        aheadMs: 100,
        stopTimeoutMs: 10_000,
        discoverMs: 2_000,
        chance: () => random.next(),
      },
      metrics: nothingCounts,
      log: context.platform.log,
    });
    this.#running[slot] = { host, dispatcher };
    tell(this.#world, host.name, 'starts');
    void dispatcher.start();
  }

  #end(slot: number, host: Host, restartMs: number): void {
    host.isAlive = false;
    this.#running[slot] = undefined;
    this.#world.database.forget(host);
    for (const listener of this.#world.wakeListeners) {
      if (listener.host === host) this.#world.wakeListeners.delete(listener);
    }
    this.#world.scheduler.after(supervisor, restartMs, () => this.#start(slot));
  }

  #anySlot(): number | undefined {
    const slots = this.#running.flatMap((running, slot) => (running ? [slot] : []));
    return slots.length === 0 ? undefined : this.#world.random.pick(slots);
  }

  #anyRunning(): RunningWorker | undefined {
    const slot = this.#anySlot();
    return slot === undefined ? undefined : this.#running[slot];
  }
}

const supervisor = createHost('supervisor');
