import type { FastifyInstance } from 'fastify';
import type { Simulation } from '../../simulation.ts';
import { drawQrPng, drawQrSvg } from './draw-qr.ts';
import { encodeQr } from './encode-qr.ts';

/** Pictures anybody may see, as on Meta's picture hosts: QR codes of short links, and profile pictures. */
export function registerPictureRoutes({ world, media }: Simulation) {
  return (server: FastifyInstance): void => {
    server.get<{ Params: { file: string } }>('/whatsapp_business/qr/:file', (request, reply) => {
      const [code = '', extension] = request.params.file.split('.');
      if (!world.qrCodes.has(code)) return reply.status(404).send();
      const modules = encodeQr(`https://wa.me/message/${code}`);
      return extension === 'svg'
        ? reply.type('image/svg+xml').send(drawQrSvg(modules))
        : reply.type('image/png').send(drawQrPng(modules));
    });

    server.get<{ Params: { sha256: string } }>('/whatsapp_business/pictures/:sha256', (request, reply) => {
      const { sha256 } = request.params;
      const owner = [...world.numberSettings.values()].find(
        ({ profile }) => profile.picture?.sha256 === sha256,
      );
      const bytes = owner && media.open(sha256);
      if (!bytes) return reply.status(404).send();
      return reply.type(owner.profile.picture?.mimeType ?? 'image/jpeg').send(bytes);
    });
  };
}
