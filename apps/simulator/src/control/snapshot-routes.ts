import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { restoreSnapshot, snapshotNameSchema, takeSnapshot } from './snapshots.ts';

export function addSnapshotRoutes(server: FastifyInstance, runtime: Runtime): void {
  server.get('/control/snapshots', () => ({ snapshots: runtime.snapshots.list() }));
  server.post('/control/snapshots', ({ body }) => takeSnapshot(runtime, snapshotNameSchema.parse(body).name));
  server.post('/control/snapshots/:name/restore', ({ params }) =>
    restoreSnapshot(runtime, snapshotNameSchema.parse(params).name),
  );
  server.delete('/control/snapshots/:name', ({ params }) => {
    const { name } = snapshotNameSchema.parse(params);
    if (!runtime.snapshots.remove(name)) throw new Refusal(404, `No snapshot "${name}"`);
    return { removed: name };
  });
}
