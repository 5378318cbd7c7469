/** The server's shell: the one listening socket, and everything between it and a handler. */
export type { Authenticate, Authenticated } from './bind-routes.ts';
export { type CallRoute, createRouteCaller } from './call-route.ts';
export { checkBindings } from './check-bindings.ts';
export { createHttpServer, type HttpServer, type HttpServerOptions } from './create-http-server.ts';
export type { HandleWebhook } from './front-door.ts';
export { createHealthServer } from './health/create-health-server.ts';
export { databaseProbe, diskProbe, intakeProbe, migrationsProbe } from './health/probes.ts';
export { createReadiness, type Readiness, type ReadinessProbe } from './health/readiness.ts';
export { createRealtime, type Realtime } from './realtime/create-realtime.ts';
