import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { JsonObject } from '../entities.ts';
import { changeFlow } from './change-flow.ts';
import type { Flow, FlowExchange, FlowHealth } from './flow.ts';

const periodMs = 60 * 60 * 1000;
const mostRemembered = 200;

type Watched = Pick<Simulation, 'world' | 'clock' | 'random' | 'commit'>;

/**
 * Counts an exchange with a flow's endpoint. Too many errors or too slow answers within an hour are told by the `flows`
 * webhook, again when they are over; a flow that mostly fails is throttled (Meta: flow health; the thresholds are
 * settings, Meta publishes none).
 */
export function noteExchange(simulation: Watched, flow: Flow, exchange: FlowExchange): void {
  const { world, clock, commit } = simulation;
  const before = world.flowHealth.get(flow.id) ?? { flowId: flow.id, recent: [], alerts: [] };
  const recent = [...before.recent, exchange]
    .filter(({ at }) => at > clock.now() - periodMs)
    .slice(-mostRemembered);
  const { flowHealthMinimum, flowErrorShare, flowLatencyMs, flowThrottleShare } = world.settings.graph;
  const isKnown = recent.length >= flowHealthMinimum;
  const errorShare = recent.filter(({ error }) => error !== undefined).length / recent.length;
  const p90 = percentile(recent, 0.9);
  const alerts = [
    ...(isKnown && errorShare >= flowErrorShare ? (['ENDPOINT_ERROR_RATE'] as const) : []),
    ...(isKnown && p90 >= flowLatencyMs ? (['ENDPOINT_LATENCY'] as const) : []),
  ];
  const health: FlowHealth = { flowId: flow.id, recent, alerts };
  commit({ kind: 'entities', entities: { flowHealth: [health] } });
  tellChanges(simulation, flow, before, health);
  throttle(simulation, flow, isKnown && errorShare >= flowThrottleShare);
}

function tellChanges(simulation: Watched, flow: Flow, before: FlowHealth, after: FlowHealth): void {
  for (const event of ['ENDPOINT_ERROR_RATE', 'ENDPOINT_LATENCY'] as const) {
    const isOn = after.alerts.includes(event);
    if (isOn === before.alerts.includes(event)) continue;
    const state = isOn ? 'ACTIVATED' : 'DEACTIVATED';
    const value: JsonObject = {
      event,
      message: `${event} of flow ${flow.name}: ${state}`,
      flow_id: flow.id,
      requests_count: after.recent.length,
      alert_state: state,
      ...figures[event](simulation, after.recent),
    };
    notify(simulation, { field: 'flows', wabaId: flow.wabaId, value });
  }
}

const figures = {
  ENDPOINT_ERROR_RATE({ world }: Watched, recent: readonly FlowExchange[]): JsonObject {
    const errors = Map.groupBy(
      recent.filter(({ error }) => error !== undefined),
      ({ error }) => error,
    );
    const rate = (count: number) => Math.round((count / recent.length) * 1000) / 10;
    const total = [...errors.values()].reduce((sum, list) => sum + list.length, 0);
    return {
      error_rate: rate(total),
      threshold: world.settings.graph.flowErrorShare * 100,
      errors: [...errors].map(([type, list]) => ({
        error_type: type,
        error_rate: rate(list.length),
        error_count: list.length,
      })),
    };
  },
  ENDPOINT_LATENCY({ world }: Watched, recent: readonly FlowExchange[]): JsonObject {
    return {
      p50_latency: percentile(recent, 0.5),
      p90_latency: percentile(recent, 0.9),
      threshold: world.settings.graph.flowLatencyMs,
    };
  },
};

/** Only published flows are throttled, and only throttled ones come back by themselves. */
function throttle(simulation: Watched, flow: Flow, isFailing: boolean): void {
  const current = simulation.world.flows.get(flow.id);
  if (current?.status === 'PUBLISHED' && isFailing) changeFlow(simulation, current, { status: 'THROTTLED' });
  if (current?.status === 'THROTTLED' && !isFailing) changeFlow(simulation, current, { status: 'PUBLISHED' });
}

function percentile(recent: readonly FlowExchange[], share: number): number {
  const sorted = recent.map(({ durationMs }) => durationMs).sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
