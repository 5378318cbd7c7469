import multipart from '@fastify/multipart';
import { mediaRetention } from '@renkei/graph-api';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { describeFile } from '../world/media/describe-file.ts';
import { detectMimeType } from '../world/media/detect-mime-type.ts';
import { requireCustomer } from '../world/world.ts';
import { sendFile } from './send-file.ts';

/** A phone may send more than a business: up to 2 GB in the app; enough here for any test. */
const largestFileBytes = 200 * 1024 * 1024;
const dayMs = 24 * 60 * 60 * 1000;

/** Files of the phones: uploaded before they are sent, and shown without a token. */
export function registerPhoneMediaRoutes({ simulation }: Runtime) {
  const { world, clock, random } = simulation;
  return async (server: FastifyInstance): Promise<void> => {
    await server.register(multipart, { limits: { fileSize: largestFileBytes, files: 1 } });

    server.post<{ Params: { waId: string } }>('/phones/:waId/media', async (request) => {
      requireCustomer(world, request.params.waId);
      const file = await request.file();
      if (!file) throw new Refusal(400, 'Send the file as multipart/form-data');
      const bytes = await file.toBuffer();
      const detected = await detectMimeType(bytes);
      const declared = file.mimetype.split(';')[0] ?? file.mimetype;
      const media = {
        id: random.digits(16),
        // Belongs to no number until it is sent to one.
        phoneNumberId: '',
        ...describeFile(
          simulation.media,
          bytes,
          detected.includes(declared) ? declared : (detected[0] ?? declared),
        ),
        filename: file.filename,
        origin: 'customer',
        expiresAt: clock.now() + mediaRetention.webhookIdDays * dayMs,
      } as const;
      simulation.commit({ kind: 'media', media });
      return { mediaId: media.id, mimeType: media.mimeType };
    });

    server.get<{ Params: { mediaId: string } }>('/phones/media/:mediaId', (request, reply) => {
      const media = world.media.get(request.params.mediaId);
      const bytes = media && simulation.media.get(media.sha256);
      if (!media || !bytes) throw new Refusal(404, `No media ${request.params.mediaId}`);
      return sendFile(request, reply, { ...media, bytes });
    });
  };
}
