import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { requireCustomer } from '../world/world.ts';
import { requireBusinessApp } from './business/require-business-app.ts';
import { sendFile } from './send-file.ts';
import { storeUpload } from './store-upload.ts';

/** A phone may send more than a business: up to 2 GB in the app; enough here for any test. */
const largestFileBytes = 200 * 1024 * 1024;

/** Files of the phones: uploaded before they are sent, and shown without a token. */
export function registerPhoneMediaRoutes({ simulation }: Runtime) {
  const { world } = simulation;
  return async (server: FastifyInstance): Promise<void> => {
    await server.register(multipart, { limits: { fileSize: largestFileBytes, files: 1 } });

    server.post<{ Params: { waId: string } }>('/phones/:waId/media', (request) => {
      requireCustomer(world, request.params.waId);
      return storeUpload(simulation, request);
    });

    server.post<{ Params: { phoneNumberId: string } }>('/businesses/:phoneNumberId/media', (request) => {
      requireBusinessApp(world, request.params.phoneNumberId);
      return storeUpload(simulation, request);
    });

    server.get<{ Params: { mediaId: string } }>('/phones/media/:mediaId', (request, reply) => {
      const media = world.media.get(request.params.mediaId);
      const bytes = media && simulation.media.get(media.sha256);
      if (!media || !bytes) throw new Refusal(404, `No media ${request.params.mediaId}`);
      return sendFile(request, reply, { ...media, bytes });
    });
  };
}
