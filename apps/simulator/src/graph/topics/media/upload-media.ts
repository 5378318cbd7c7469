import { mediaRetention } from '@renkei/graph-api';
import { z } from 'zod';
import type { PhoneNumber } from '../../../world/entities.ts';
import type { Edge, GraphCall } from '../../graph-call.ts';
import { messagingScope } from '../../graph-call.ts';
import { missingParameter } from '../../graph-error.ts';
import { readInput } from '../../input/read-input.ts';
import { graphInteger, messagingProduct } from '../../input/values.ts';
import { checkUpload } from './check-upload.ts';

const dayMs = 24 * 60 * 60 * 1000;
const minuteMs = 60 * 1000;

const inputSchema = z.object({
  messaging_product: messagingProduct,
  type: z.string().optional(),
  /** On numbers without storage: 60 minutes to 30 days. */
  ttl_minutes: graphInteger.pipe(z.int().min(60).max(43_200)).optional(),
});

/** `POST /{phone-number-id}/media`: multipart, type by content, id lives 30 days (1 h on a No-Storage number). */
export const uploadMediaEdge: Edge<'phoneNumber'> = {
  scope: messagingScope,
  async handle(call) {
    const { simulation, node, file } = call;
    const input = readInput(call, inputSchema);
    if (!file) throw missingParameter('file');
    const { mimeType, animated } = await checkUpload(file, input.type);
    simulation.media.keep(file);
    const media = {
      id: simulation.random.digits(16),
      phoneNumberId: node.id,
      mimeType,
      animated,
      sha256: file.sha256,
      sizeBytes: file.sizeBytes,
      filename: file.filename,
      origin: 'business',
      expiresAt: simulation.clock.now() + lifeMs(call, input.ttl_minutes),
    } as const;
    simulation.commit({ kind: 'media', media });
    return { id: media.id };
  },
};

function lifeMs({ simulation, node }: GraphCall<PhoneNumber>, ttlMinutes: number | undefined): number {
  const storage = simulation.world.numberSettings.get(node.id)?.storage;
  if (storage?.status !== 'NO_STORAGE_ENABLED') return mediaRetention.uploadedIdDays * dayMs;
  return (ttlMinutes ?? 60) * minuteMs;
}
