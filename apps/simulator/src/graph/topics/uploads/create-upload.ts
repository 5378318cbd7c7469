import { z } from 'zod';
import type { App } from '../../../world/entities.ts';
import type { Edges, GraphCall } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { readInput } from '../../input/read-input.ts';
import { graphInteger } from '../../input/values.ts';

/** Types Meta takes for headers and pictures (Graph: Resumable Upload API). */
const uploadTypes = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4'] as const;

const largestUploadBytes = 100 * 1024 * 1024;

const inputSchema = z.object({
  file_name: z.string().optional(),
  file_length: graphInteger.pipe(z.int().min(1).max(largestUploadBytes)),
  file_type: z.enum(uploadTypes),
});

/** `POST /{app-id}/uploads`: opens a resumable upload; its id holds a signature and is used verbatim. */
export const createUploadEdges: Edges<'app'> = {
  'POST uploads': { handle: createUpload },
};

function createUpload(call: GraphCall<App>): unknown {
  const { simulation, node, caller } = call;
  if (caller.app.id !== node.id) throw new GraphError(190, { message: 'Invalid OAuth access token.' });
  const { file_name: fileName, file_length: fileLength, file_type: type } = readInput(call, inputSchema);
  const fileType = type === 'image/jpg' ? 'image/jpeg' : type;
  const { random, clock } = simulation;
  const secret = Buffer.from(`${random.base62(20)}?file_length=${fileLength}&file_type=${fileType}`);
  const upload = {
    id: `upload:MTphdHRhY2htZW50O${secret.toString('base64url')}`,
    signature: `ARZ${random.base62(20)}`,
    appId: node.id,
    fileName,
    fileType,
    fileLength,
    createdAt: clock.now(),
  };
  simulation.commit({ kind: 'entities', entities: { uploads: [upload] } });
  return { id: `${upload.id}?sig=${upload.signature}` };
}
