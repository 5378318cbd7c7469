import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import type { Platform } from '#platform/module';
import { sendProblem } from '../send-problem.ts';
import type { Readiness } from './readiness.ts';
import { serveHealth } from './serve-health.ts';

export interface HealthServer {
  /** @returns the port, which the system chose when 0 was given */
  listen(host: string, port: number): Promise<number>;
  /** Readiness turns red and nothing new is accepted. */
  close(): Promise<void>;
}

/** What a process that only works lets others ask: `/livez`, `/readyz` and `/metrics`, and nothing else. */
export function createHealthServer(
  { log, metrics }: Pick<Platform, 'log' | 'metrics'>,
  options: { readonly readiness: Readiness; readonly metricsToken: string | null },
): HealthServer {
  const app = fastify({ logger: false, forceCloseConnections: true, exposeHeadRoutes: false });
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error, log));
  serveHealth(app, { ...options, metrics });
  return {
    async listen(host, port) {
      await app.listen({ host, port });
      return (app.server.address() as AddressInfo).port; // A TCP server that listens has one.
    },
    async close() {
      options.readiness.turnRed();
      await app.close();
    },
  };
}
