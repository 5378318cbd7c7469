import type { FastifyReply } from 'fastify';
import type { Simulation } from '../../simulation.ts';
import type { World } from '../../world/world.ts';
import { GraphError } from '../graph-error.ts';

interface CountedCall {
  readonly appId: string;
  /** The WABA the node belongs to; undefined for apps, portfolios and the like. */
  readonly wabaId: string | undefined;
}

/**
 * Counts a management call and writes the usage headers. Throws 80008 once the WABA's hour is used up, 4 once the
 * app's own is.
 */
export function countCall(simulation: Simulation, reply: FastifyReply, { appId, wabaId }: CountedCall): void {
  const { world, clock, usage } = simulation;
  const { graph } = world.settings;
  if (wabaId === undefined) {
    const app = usage.take(appId, graph.appCallsPerHour, clock.elapsedMs());
    setAppUsage(reply, app.percent);
    if (!app.isAllowed) throw new GraphError(4, { message: '(#4) Application request limit reached' });
    return;
  }
  const perHour = hasRegisteredNumber(world, wabaId) ? graph.activeCallsPerHour : graph.callsPerHour;
  const waba = usage.take(`${appId}/${wabaId}`, perHour, clock.elapsedMs());
  setAppUsage(reply, 0);
  reply.header(
    'x-business-use-case-usage',
    JSON.stringify({
      [wabaId]: [
        {
          type: 'whatsapp_business_management',
          call_count: waba.percent,
          total_cputime: 1,
          total_time: 1,
          estimated_time_to_regain_access: waba.minutesToRegainAccess,
        },
      ],
    }),
  );
  if (!waba.isAllowed) {
    throw new GraphError(80008, {
      message:
        '(#80008) There have been too many calls to this WhatsApp Business account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.',
    });
  }
}

export function setAppUsage(reply: FastifyReply, percent: number): void {
  reply.header('x-app-usage', JSON.stringify({ call_count: percent, total_cputime: 0, total_time: 0 }));
}

function hasRegisteredNumber(world: World, wabaId: string): boolean {
  return [...world.phoneNumbers.values()].some((number) => number.wabaId === wabaId && number.registered);
}
