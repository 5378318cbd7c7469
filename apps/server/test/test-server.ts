import { createHttpServer, createReadiness, createRealtime, type HttpServerOptions } from '#http';
import { createIdentityModule, type IdentityNeeds } from '#modules/identity';
import { createMetrics } from '#platform/metrics';
import type { RouteBinding } from '#platform/module';
import { createRequestCounts } from '#platform/request-counts';
import type { TestPlatform } from './test-platform.ts';

export interface TestServer {
  readonly url: string;
  close(): Promise<void>;
}

interface TestServerOptions extends Partial<Omit<HttpServerOptions, 'bindings'>> {
  /** Besides those of identity and realtime. */
  readonly bindings?: readonly RouteBinding[];
  readonly onFirstOwnerArrived?: IdentityNeeds['onFirstOwnerArrived'];
}

/** Identity and realtime over real HTTP on a port of their own; more routes as given. */
export async function startTestServer(
  testPlatform: TestPlatform,
  options: TestServerOptions = {},
  wantedPort = 0,
): Promise<TestServer> {
  // A second server in one test file would register the same metrics twice.
  const platform = { ...testPlatform, metrics: createMetrics() };
  const { onFirstOwnerArrived = async () => undefined, bindings = [], ...more } = options;
  const { module, identity } = createIdentityModule(platform, {
    publicUrl: 'http://renkei.test',
    companionUrl: null,
    onFirstOwnerArrived,
  });
  const realtime = createRealtime(platform, identity);
  const http = await createHttpServer(platform, {
    publicUrl: 'http://renkei.test',
    companionUrl: null,
    metricsToken: null,
    trustedProxies: 'loopback',
    webDir: '/nowhere',
    readiness: createReadiness([], platform.log),
    countRequest: createRequestCounts(platform),
    authenticate: identity.authenticate,
    ...more,
    bindings: [...module.routes, ...realtime.routes, ...bindings],
  });
  const port = await http.listen('127.0.0.1', wantedPort);
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = http.close();
      realtime.endStreams();
      await closed;
    },
  };
}
