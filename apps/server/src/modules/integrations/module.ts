import { createGuardedClient } from '#platform/http-client';
import type { ServerModule } from '#platform/module';
import type { HooksContext, HooksNeeds } from './hooks/context.ts';
import { createDeliverer } from './hooks/deliverer.ts';
import { createHookFollower } from './hooks/follow-events.ts';
import { createHookMetrics } from './hooks/metrics.ts';
import { createHookRoutes } from './hooks/routes.ts';

export type IntegrationsNeeds = HooksNeeds;

export function createIntegrationsModule(needs: IntegrationsNeeds): { readonly module: ServerModule } {
  const refused = needs.platform.metrics.counter(
    'renkei_address_refused_total',
    'Addresses given by people that led to a private network, by what showed it',
    ['where'],
  );
  const client = createGuardedClient({
    allowed: needs.allowedPlaces,
    onRefused: (where) => refused.inc({ where }),
  });
  const context: HooksContext = {
    ...needs,
    client,
    chance: () => Math.random(),
    metrics: createHookMetrics(needs.platform),
  };
  return {
    module: {
      name: 'integrations',
      routes: createHookRoutes(context),
      // The client stays open: a worker that rests while the system is held goes on with it.
      workers: [createHookFollower(context), createDeliverer(context)],
    },
  };
}
