import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Runtime } from '../runtime.ts';
import { faultsSchema, noFaults } from './faults.ts';
import { ledgerOfSends, ledgerOfWebhooks, summarise } from './ledger.ts';
import { mergeWorld } from './merge-world.ts';
import { resetWorld } from './reset-world.ts';
import { inboundSchema, sendInbound } from './send-inbound.ts';
import { sendWebhook, webhookSchema } from './send-webhook.ts';
import { settingsSchema } from './settings-input.ts';
import { settle } from './settle.ts';
import { showWorld } from './show-world.ts';
import { worldInputSchema } from './world-input.ts';

const clockSchema = z.strictObject({
  offsetMs: z.number().optional(),
  /** World ms; null lets the clock run again. */
  freezeAt: z.number().nullable().optional(),
  advanceMs: z.number().min(0).optional(),
});
const pageSchema = z.looseObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100_000).default(10_000),
});
const expireSchema = z
  .strictObject({ token: z.string().optional(), appId: z.string().optional() })
  .default({});
const settleSchema = z.strictObject({ timeoutMs: z.number().min(0).max(600_000).default(30_000) }).default({
  timeoutMs: 30_000,
});

const largestBodyBytes = 64 * 1024 * 1024;

/** The control API: tests and the demo drive the world through it. */
export function registerControlRoutes(runtime: Runtime) {
  const { simulation } = runtime;
  const { world, clock, random, faults } = simulation;
  const showClock = () => ({ now: clock.now(), iso: new Date(clock.now()).toISOString(), ...clock.state() });

  return async (server: FastifyInstance): Promise<void> => {
    server.get('/control/world', () => showWorld(world));
    server.post('/control/world', (request) => {
      const input = worldInputSchema.parse(request.body);
      simulation.commit({
        kind: 'entities',
        entities: mergeWorld({ world, random, now: clock.now() }, input),
      });
      return showWorld(world);
    });
    server.post('/control/reset', () => {
      resetWorld(runtime);
      return { reset: true };
    });

    server.get('/control/clock', showClock);
    server.post('/control/clock', (request) => {
      clock.move(clockSchema.parse(request.body));
      simulation.commit({ kind: 'clock', ...clock.state() });
      simulation.scheduler.wake();
      return showClock();
    });

    server.get('/control/faults', () => faults.get());
    server.post('/control/faults', (request) => {
      faults.set(faultsSchema.parse(request.body));
      return faults.get();
    });
    server.delete('/control/faults', () => {
      faults.set(noFaults);
      return noFaults;
    });

    server.get('/control/settings', () => world.settings);
    server.post('/control/settings', (request) => {
      const settings = settingsSchema.parse(request.body);
      simulation.commit({
        kind: 'settings',
        settings: {
          ...world.settings,
          ...settings,
          rates: { ...world.settings.rates, ...settings.rates },
          webhooks: { ...world.settings.webhooks, ...settings.webhooks },
        },
      });
      return world.settings;
    });

    server.get('/control/ledger/sends', (request) => ledgerOfSends(world, pageSchema.parse(request.query)));
    server.get('/control/ledger/webhooks', (request) =>
      ledgerOfWebhooks(world, pageSchema.parse(request.query)),
    );
    server.get('/control/ledger/summary', () => summarise(runtime));

    server.post('/control/inbound', { bodyLimit: largestBodyBytes }, (request) =>
      sendInbound(runtime, inboundSchema.parse(request.body)),
    );
    server.post('/control/webhook', { bodyLimit: largestBodyBytes }, (request) =>
      sendWebhook(runtime, webhookSchema.parse(request.body)),
    );
    server.post('/control/tokens/expire', (request) => {
      const { token, appId } = expireSchema.parse(request.body ?? {});
      const tokens = [...world.tokens.values()]
        .filter(
          (stored) => (token ?? stored.token) === stored.token && (appId ?? stored.appId) === stored.appId,
        )
        .map((stored) => ({ ...stored, expiresAt: clock.now() }));
      simulation.commit({ kind: 'entities', entities: { tokens } });
      return { expired: tokens.length };
    });
    server.post('/control/settle', (request) =>
      settle(runtime, settleSchema.parse(request.body ?? undefined)),
    );
  };
}
