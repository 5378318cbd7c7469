import { describeFile } from '../../world/media/describe-file.ts';
import type { Edge } from '../graph-call.ts';
import { messagingScope, textParameter } from '../graph-call.ts';
import { missingParameter } from '../graph-error.ts';
import { checkUpload } from './check-upload.ts';

const uploadedLifeMs = 30 * 24 * 60 * 60 * 1000;

/** `POST /{phone-number-id}/media`: multipart, type by content, id lives 30 days. */
export const uploadMediaEdge: Edge<'phoneNumber'> = {
  scope: messagingScope,
  async handle(call) {
    const { simulation, node, file } = call;
    if (textParameter(call, 'messaging_product') !== 'whatsapp') throw missingParameter('messaging_product');
    if (!file) throw missingParameter('file');
    const mimeType = await checkUpload(file, textParameter(call, 'type'));
    const media = {
      id: simulation.random.digits(16),
      phoneNumberId: node.id,
      ...describeFile(simulation.media, file.bytes, mimeType),
      filename: file.filename,
      origin: 'business',
      expiresAt: simulation.clock.now() + uploadedLifeMs,
    } as const;
    simulation.commit({ kind: 'media', media });
    return { id: media.id };
  },
};
