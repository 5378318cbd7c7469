/** A process that answers webhooks on one port and "hello" on another. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIngestModule } from '#modules/ingest';
import { systemClock } from '#platform/clock';
import { createDatabase, createSystemStatements } from '#platform/database';
import { createLogger } from '#platform/log';
import { createMetrics } from '#platform/metrics';
import { listenForWakes } from '#platform/wake';
import { endpointOf } from './bodies.ts';

const { connection, number } = JSON.parse(process.env['BENCH_SETTINGS'] ?? '{}');
const log = createLogger('error');
const clock = systemClock;
const database = createDatabase({ connection, clock, log, poolSize: 4 });
const wake = await listenForWakes({ connection, log });
const platform = { database, wake, clock, log, metrics: createMetrics() };
const endpoint = endpointOf(number);
const nothing = async () => undefined;
const ingest = createIngestModule({
  platform,
  endpoints: { find: async (endpointId) => (endpointId === endpoint.endpointId ? endpoint : undefined) },
  sink: {
    receiveMessages: nothing,
    reviseMessages: nothing,
    receiveCalls: nothing,
    noticePeople: nothing,
    mergeStatuses: nothing,
  },
  account: {
    changeTemplates: nothing,
    changeNumbers: nothing,
    findChannels: async () => new Map(),
    noteBusinessApp: nothing,
  },
  intakeStatements: createSystemStatements({ connection, log, poolSize: 3 }),
  recordAudit: async () => undefined,
  publicUrl: 'http://localhost',
});

const webhookPort = await listen((request, response) => void ingest.handleWebhook(request, response));
const helloPort = await listen((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 5 });
  response.end('hello');
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
process.send?.({ webhookPort, helloPort });

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return (address as AddressInfo).port;
}
