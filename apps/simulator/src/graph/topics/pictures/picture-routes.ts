import type { FastifyInstance } from 'fastify';
import type { Simulation } from '../../../simulation.ts';
import type { Product } from '../../../world/entities.ts';
import type { World } from '../../../world/world.ts';
import { drawProductSvg } from '../catalogs/draw-product.ts';
import { listItems } from '../catalogs/product-fields.ts';
import { drawQrPng, drawQrSvg } from './draw-qr.ts';
import { encodeQr } from './encode-qr.ts';

/** Pictures anybody may see, as on Meta's picture hosts: QR codes of short links, profile pictures, headers of templates, products. */
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

    server.get<{ Params: { file: string } }>('/whatsapp_business/products/:file', (request, reply) => {
      const id = request.params.file.replace(/\.svg$/, '');
      const product = findProduct(world, id);
      if (!product) return reply.status(404).send();
      return reply.type('image/svg+xml').send(drawProductSvg(product));
    });

    server.get<{ Params: { sha256: string } }>('/whatsapp_business/pictures/:sha256', (request, reply) => {
      const { sha256 } = request.params;
      const mimeType = typeOfPicture(world, sha256);
      const bytes = mimeType === undefined ? undefined : media.open(sha256);
      if (mimeType === undefined || !bytes) return reply.status(404).send();
      return reply.type(mimeType).send(bytes);
    });
  };
}

function findProduct(world: World, id: string): Product | undefined {
  const catalogs = [...world.wabas.values()].flatMap(({ catalog }) => (catalog ? [catalog] : []));
  return catalogs.flatMap(listItems).find((item) => item.id === id);
}

/** The type of a picture that is somebody's profile picture, or was uploaded for a template. */
function typeOfPicture(world: World, sha256: string): string | undefined {
  for (const { profile } of world.numberSettings.values()) {
    if (profile.picture?.sha256 === sha256) return profile.picture.mimeType;
  }
  return [...world.handles.values()].find((handle) => handle.sha256 === sha256)?.mimeType;
}
