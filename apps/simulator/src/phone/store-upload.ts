import { mediaRetention } from '@renkei/graph-api';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { Simulation } from '../simulation.ts';
import { describeFile } from '../world/media/describe-file.ts';
import { detectMimeType } from '../world/media/detect-mime-type.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Keeps the one file of a multipart request, by what it is and not by what it is called. */
export async function storeUpload(simulation: Simulation, request: FastifyRequest) {
  const file = await request.file();
  if (!file) throw new Refusal(400, 'Send the file as multipart/form-data');
  const bytes = await file.toBuffer();
  const detected = await detectMimeType(bytes);
  const declared = file.mimetype.split(';')[0] ?? file.mimetype;
  const media = {
    id: simulation.random.digits(16),
    // Belongs to no number until it is sent to one.
    phoneNumberId: '',
    ...describeFile(
      simulation.media,
      bytes,
      detected.includes(declared) ? declared : (detected[0] ?? declared),
    ),
    filename: file.filename,
    origin: 'customer',
    expiresAt: simulation.clock.now() + mediaRetention.webhookIdDays * dayMs,
  } as const;
  simulation.commit({ kind: 'media', media });
  return { mediaId: media.id, mimeType: media.mimeType };
}
