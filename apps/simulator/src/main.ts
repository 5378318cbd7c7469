import { EventEmitter } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { ZodError } from 'zod';
import { createSimulatorControl, type SimulatorControl } from './control/client.ts';
import { registerControlRoutes } from './control/control-routes.ts';
import { createFaultState } from './control/faults.ts';
import { registerGraphRoutes } from './graph/graph-routes.ts';
import { createCallUsage } from './graph/usage/call-usage.ts';
import { registerPages } from './phone/pages.ts';
import { registerPhoneMediaRoutes } from './phone/phone-media-routes.ts';
import { registerPhoneRoutes } from './phone/phone-routes.ts';
import { streamPhones } from './phone/phone-stream.ts';
import { Refusal } from './refusal.ts';
import { registerDialog360Routes } from './resellers/dialog360/dialog360-routes.ts';
import { registerTwilioRoutes } from './resellers/twilio/twilio-routes.ts';
import type { Runtime } from './runtime.ts';
import { registerSignupRoutes } from './signup/signup-routes.ts';
import type { Signals, Simulation } from './simulation.ts';
import { WebhookDelivery } from './webhooks/deliver-webhooks.ts';

import { watchPermissions } from './world/calls/watch-permissions.ts';
import { watchCoexistence } from './world/coexistence/watch-coexistence.ts';
import { type Journal, memoryJournal, openJournal } from './world/journal.ts';
import { createRateLimiter } from './world/limits/rate-limiter.ts';
import { watchLimits } from './world/limits/watch-limits.ts';
import { createDiskMediaStore, createTemporaryMediaStore } from './world/media/media-store.ts';
import { progressMessages } from './world/messages/progress-messages.ts';
import { watchQuality } from './world/quality/watch-quality.ts';
import { applyRecord, type WorldRecord } from './world/records/registry.ts';
import { createSnapshotStore } from './world/snapshots/snapshot-store.ts';
import { runTasks } from './world/tasks/run-tasks.ts';
import { watchPacing } from './world/templates/pacing.ts';
import { createWorldClock, systemTime, type TimeSource } from './world/time/clock.ts';
import { createRandom } from './world/time/random.ts';
import { createScheduler } from './world/time/scheduler.ts';
import { clearWorld, closeLedgers, createWorld } from './world/world.ts';

export interface SimulatorOptions {
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  readonly host?: string;
  /** Where the journal and the media lie; without it everything is in memory. */
  readonly dataDir?: string;
  /** Makes ids, delays and faults repeatable. */
  readonly seed?: number;
  readonly time?: TimeSource;
  /** What its answers call it, when it is reached by way of something else; where it answers unless said. */
  readonly calledUrl?: string;
}

export interface Simulator {
  /** Where it answers, such as `http://localhost:7400`; what `GRAPH_URL` is set to. */
  readonly url: string;
  readonly port: number;
  readonly control: SimulatorControl;
  stop(): Promise<void>;
}

/** Starts a simulated Meta: Graph API, webhooks, phones and control on one port. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const journal = options.dataDir ? openJournal(options.dataDir) : memoryJournal;
  let url = '';
  const simulation = createSimulation(options, journal, () => options.calledUrl ?? url);
  const runtime: Runtime = {
    simulation,
    delivery: new WebhookDelivery(simulation),
    progress: progressMessages(simulation),
    tasks: runTasks(simulation),
    streams: streamPhones(simulation),
    snapshots: createSnapshotStore(options.dataDir),
  };
  watchLimits(simulation);
  watchPermissions(simulation);
  watchQuality(simulation);
  watchPacing(simulation);
  watchCoexistence(simulation);
  const server = await buildServer(runtime);
  const host = options.host ?? '127.0.0.1';
  await server.listen({ host, port: options.port ?? 0 });
  const { port } = addressOf(server.server.address());
  url = `http://${localHosts.has(host) ? 'localhost' : host}:${port}`;
  runtime.progress.resume();
  runtime.delivery.resume();
  runtime.tasks.resume();
  return {
    url,
    port,
    control: createSimulatorControl(url),
    async stop() {
      runtime.delivery.stop();
      simulation.scheduler.stop();
      runtime.streams.stop();
      await server.close();
      journal.close();
      simulation.media.close();
      closeLedgers(simulation.world);
    },
  };
}

/** Addresses that stand for this machine, or are none that a program could call. */
const localHosts: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '0.0.0.0', '::']);

function createSimulation(options: SimulatorOptions, journal: Journal, origin: () => string): Simulation {
  const clock = createWorldClock(options.time ?? systemTime);
  const world = createWorld(options.dataDir);
  const listeners: ((record: WorldRecord) => void)[] = [];
  let replayed = 0;
  for (const record of journal.replay()) {
    replayed += 1;
    applyRecord(world, record);
    if (record.kind === 'clock') clock.restore(record);
  }
  const media = options.dataDir ? createDiskMediaStore(options.dataDir) : createTemporaryMediaStore();
  const scheduler = createScheduler(clock.elapsedMs);
  return {
    world,
    clock,
    // A restart must not repeat the ids of the run before: the seed moves on with the journal.
    random: createRandom(options.seed === undefined ? undefined : options.seed + replayed),
    scheduler,
    media,
    faults: createFaultState(),
    rates: createRateLimiter(() => world.settings),
    usage: createCallUsage(),
    signals: new EventEmitter<Signals>(),
    origin,
    commit(record) {
      journal.append(record);
      applyRecord(world, record);
      for (const listener of listeners) listener(record);
    },
    onCommit: (listener) => void listeners.push(listener),
    restore(saved, clockState) {
      scheduler.clear();
      journal.clear();
      this.commit({ kind: 'restored', saved });
      clock.restore(clockState);
      this.commit({ kind: 'clock', ...clock.state() });
    },
    clear() {
      clearWorld(world);
      scheduler.clear();
      journal.clear();
      media.clear();
      clock.restore({ offsetMs: 0 });
    },
  };
}

async function buildServer(runtime: Runtime) {
  const server = Fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 500 } });
  await server.register(registerGraphRoutes(runtime.simulation));
  await server.register(registerDialog360Routes(runtime.simulation), { prefix: '/360dialog' });
  await server.register(registerTwilioRoutes(runtime.simulation));
  await server.register(async (local) => {
    local.addHook('onRequest', async (request, reply) => {
      reply.header('access-control-allow-origin', '*');
      reply.header('access-control-allow-headers', 'content-type');
      reply.header('access-control-allow-methods', 'GET, POST, DELETE');
      if (request.method === 'OPTIONS') return reply.status(204).send();
    });
    local.setErrorHandler((error, _request, reply) => {
      const { statusCode, message } = describeError(error);
      return reply.status(statusCode).send({ error: { message } });
    });
    await local.register(registerControlRoutes(runtime));
    await local.register(registerPhoneRoutes(runtime));
    await local.register(registerPhoneMediaRoutes(runtime));
    await local.register(registerSignupRoutes(runtime));
    await local.register(registerPages(runtime));
    local.options('/*', (_request, reply) => reply.status(204).send());
  });
  return server;
}

function describeError(error: unknown): { readonly statusCode: number; readonly message: string } {
  if (error instanceof Refusal) return { statusCode: error.statusCode, message: error.message };
  if (error instanceof ZodError) return { statusCode: 400, message: error.message };
  const statusCode = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) || 500 : 500;
  return { statusCode, message: error instanceof Error ? error.message : String(error) };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (typeof address === 'object' && address !== null) return address;
  throw new Error('The simulator listens on no TCP port');
}
