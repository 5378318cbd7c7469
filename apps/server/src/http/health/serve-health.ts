import type { FastifyInstance, FastifyRequest } from 'fastify';
import { equalInConstantTime } from '#platform/crypto';
import { RenkeiError } from '#platform/errors';
import type { Metrics } from '#platform/metrics';
import type { Readiness } from './readiness.ts';

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** `/livez`: the process runs. `/readyz`: it is of use, or why not. `/metrics`: Prometheus, guarded. */
export function serveHealth(
  app: FastifyInstance,
  options: {
    readonly readiness: Readiness;
    readonly metrics: Metrics;
    readonly metricsToken: string | null;
  },
): void {
  const { readiness, metrics, metricsToken } = options;
  app.get('/livez', async () => ({ alive: true }));
  app.get('/readyz', async (_request, reply) => {
    const report = await readiness.report();
    return reply
      .code(report.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(report);
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, metricsToken)) throw new RenkeiError('not_found');
    return reply.type(metrics.contentType).send(await metrics.render());
  });
}

/** Without a token: this machine itself. Behind a proxy everybody looks local, so whoever names another host does not count. */
function mayReadMetrics(request: FastifyRequest, token: string | null): boolean {
  if (token === null) return loopback.has(request.ip) && localHosts.has(request.hostname);
  return equalInConstantTime(request.headers.authorization ?? '', `Bearer ${token}`);
}
