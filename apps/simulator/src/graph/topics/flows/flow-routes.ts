import type { FastifyInstance } from 'fastify';
import type { Simulation } from '../../../simulation.ts';
import type { Flow } from '../../../world/flows/flow.ts';

/** The Flow JSON behind `download_url`, and the address a preview points to; the token is in the link. */
export function registerFlowRoutes({ world, clock }: Simulation) {
  const find = (id: string, token: string | undefined): Flow | undefined => {
    const flow = world.flows.get(id);
    return flow && flow.previewToken === token && clock.now() < flow.previewExpiresAt ? flow : undefined;
  };
  return (server: FastifyInstance): void => {
    server.get<{ Params: { file: string }; Querystring: { token?: string } }>(
      '/whatsapp_business/flows/:file',
      (request, reply) => {
        const flow = find(request.params.file.replace(/\.json$/, ''), request.query.token);
        if (flow?.json === undefined) return reply.status(404).send();
        return reply.type('application/json; charset=utf-8').send(flow.json);
      },
    );
    server.get<{ Params: { id: string }; Querystring: { token?: string } }>(
      '/wa/manage/flows/:id/preview/',
      (request, reply) => {
        const flow = find(request.params.id, request.query.token);
        if (!flow) return reply.status(404).send();
        return reply
          .type('text/plain; charset=utf-8')
          .send(`${flow.name} (${flow.status})\n\n${flow.json ?? ''}`);
      },
    );
  };
}
