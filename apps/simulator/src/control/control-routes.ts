import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Runtime } from '../runtime.ts';
import { notify } from '../webhooks/notify.ts';
import { mergeSettings, settingsChangeSchema } from '../world/settings.ts';
import { decide, decisionSchema } from './decisions/registry.ts';
import { expireTokens, expireTokensSchema } from './expire-tokens.ts';
import { faultsSchema, noFaults } from './faults.ts';
import { ledgerOfSends, ledgerOfWebhooks, summarise } from './ledger.ts';
import { mergeWorld } from './merge-world.ts';
import { clockChangeSchema, moveClock, showClock } from './move-clock.ts';
import { noticeSchema } from './notify-input.ts';
import { addOnboardingRoutes } from './onboarding/onboarding-routes.ts';
import { resetWorld } from './reset-world.ts';
import { inboundSchema, sendInbound } from './send-inbound.ts';
import { sendWebhook, webhookSchema } from './send-webhook.ts';

import { settle, settleSchema } from './settle.ts';
import { showWorld } from './show-world.ts';
import { addSnapshotRoutes } from './snapshot-routes.ts';
import { tell } from './tell/registry.ts';
import { worldInputSchema } from './world-input.ts';

const largestBodyBytes = 64 * 1024 * 1024;

const pageSchema = z.looseObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100_000).default(10_000),
});

/** The control API: tests and the demo drive the world through it. */
export function registerControlRoutes(runtime: Runtime) {
  return async (server: FastifyInstance): Promise<void> => {
    addWorldRoutes(server, runtime);
    addFaultRoutes(server, runtime);
    addLedgerRoutes(server, runtime);
    addTrafficRoutes(server, runtime);
    addSnapshotRoutes(server, runtime);
    addOnboardingRoutes(server, runtime);
  };
}

function addWorldRoutes(server: FastifyInstance, runtime: Runtime): void {
  const { simulation } = runtime;
  const { world, clock, random, commit } = simulation;

  server.get('/control/world', () => showWorld(world));
  server.post('/control/world', { bodyLimit: largestBodyBytes }, (request) => {
    const input = worldInputSchema.parse(request.body);
    commit({ kind: 'entities', entities: mergeWorld({ world, random, now: clock.now() }, input) });
    // Phones may have come online, numbers may deliver again.
    runtime.progress.resume();
    return showWorld(world);
  });
  server.post('/control/reset', () => {
    resetWorld(runtime);
    return { reset: true };
  });
  server.get('/control/clock', () => showClock(simulation));
  server.post('/control/clock', (request) => moveClock(simulation, clockChangeSchema.parse(request.body)));
  server.get('/control/settings', () => world.settings);
  server.post('/control/settings', (request) => {
    const settings = mergeSettings(world.settings, settingsChangeSchema.parse(request.body));
    commit({ kind: 'settings', settings });
    return settings;
  });
}

function addFaultRoutes(server: FastifyInstance, { simulation }: Runtime): void {
  const { faults } = simulation;

  server.get('/control/faults', () => faults.get());
  server.post('/control/faults', (request) => {
    faults.set(faultsSchema.parse(request.body));
    return faults.get();
  });
  server.delete('/control/faults', () => {
    faults.set(noFaults);
    return faults.get();
  });
  server.post('/control/tokens/expire', (request) =>
    expireTokens(simulation, expireTokensSchema.parse(request.body ?? {})),
  );
}

function addLedgerRoutes(server: FastifyInstance, runtime: Runtime): void {
  const { world } = runtime.simulation;

  server.get('/control/ledger/sends', ({ query }) => ledgerOfSends(world, pageSchema.parse(query)));
  server.get('/control/ledger/webhooks', ({ query }) => ledgerOfWebhooks(world, pageSchema.parse(query)));
  server.get('/control/ledger/summary', () => summarise(runtime));
  server.post('/control/settle', (request) => settle(runtime, settleSchema.parse(request.body ?? {})));
}

function addTrafficRoutes(server: FastifyInstance, runtime: Runtime): void {
  server.post('/control/inbound', { bodyLimit: largestBodyBytes }, (request) =>
    sendInbound(runtime, inboundSchema.parse(request.body)),
  );
  server.post('/control/webhook', { bodyLimit: largestBodyBytes }, (request) =>
    sendWebhook(runtime, webhookSchema.parse(request.body)),
  );
  server.post('/control/decisions', (request) => {
    decide(runtime.simulation, decisionSchema.parse(request.body));
    return { decided: true };
  });
  server.post('/control/tell', (request) => tell(runtime.simulation, request.body));
  server.post('/control/notify', { bodyLimit: largestBodyBytes }, (request) => {
    notify(runtime.simulation, noticeSchema.parse(request.body));
    return { notified: true };
  });
}
