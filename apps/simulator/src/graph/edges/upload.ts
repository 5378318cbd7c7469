import { detectMimeTypeOfFile } from '../../world/media/detect-mime-type.ts';
import { resumableName } from '../../world/media/incoming-files.ts';
import type { UploadSession } from '../../world/media/upload-session.ts';
import type { Edges, GraphCall } from '../graph-call.ts';
import { textParameter } from '../graph-call.ts';
import { GraphError, missingParameter, unknownNode } from '../graph-error.ts';
import { badParameter } from '../input/read-input.ts';

/** `/upload:…`: the bytes of a resumable upload. What a broken connection brought is kept, and goes on from there. */
export const uploadEdges: Edges<'upload'> = {
  'GET ': {
    handle(call) {
      requireOpen(call);
      const { id, signature } = call.node;
      return { id: `${id}?sig=${signature}`, file_offset: receivedBytes(call) };
    },
  },
  'POST ': { handle: addBytes },
};

async function addBytes(call: GraphCall<UploadSession>): Promise<unknown> {
  requireOpen(call);
  const { simulation, node, stream, headers } = call;
  const offset = Number(headers.file_offset ?? textParameter(call, 'file_offset') ?? Number.NaN);
  if (!Number.isInteger(offset)) throw missingParameter('file_offset');
  if (!stream) throw missingParameter('file');
  const before = receivedBytes(call);
  if (offset !== before)
    throw badParameter('file_offset', `must be ${before}, the number of bytes received.`);
  const received = await simulation.media.incoming.append(resumableName(node.id), stream, node.fileLength);
  if (received < node.fileLength) return { id: `${node.id}?sig=${node.signature}`, file_offset: received };
  return { h: await finish(call) };
}

/** The file as a whole: judged by its bytes, kept, and known by a handle from now on. */
async function finish({ simulation, node, caller }: GraphCall<UploadSession>): Promise<string> {
  const { media, clock, random, commit } = simulation;
  const file = await media.incoming.finish(resumableName(node.id));
  const detected = await detectMimeTypeOfFile(file.path);
  if (!detected.includes(node.fileType)) {
    media.incoming.discard(file);
    throw badParameter('file', `must be of type ${node.fileType} - got "${detected[0] ?? 'unknown'}".`);
  }
  media.keep(file);
  const expires = Math.floor((clock.now() + handleLifeMs) / 1000);
  const type = Buffer.from(node.fileType).toString('base64');
  const handle = `4::${type}:ARb${random.base62(40)}:e:${expires}:${caller.app.id}:${random.digits(15)}:ARa${random.base62(20)}`;
  commit({
    kind: 'entities',
    entities: {
      uploads: [{ ...node, handle }],
      handles: [
        {
          handle,
          appId: node.appId,
          sha256: file.sha256,
          mimeType: node.fileType,
          sizeBytes: file.sizeBytes,
          fileName: node.fileName,
          createdAt: clock.now(),
        },
      ],
    },
  });
  return handle;
}

const handleLifeMs = 30 * 24 * 60 * 60 * 1000;

/** The signature of the id must be right, and the upload neither finished nor too old. */
function requireOpen(call: GraphCall<UploadSession>): void {
  const { simulation, node, caller } = call;
  const isSigned = textParameter(call, 'sig') === node.signature;
  const isOwn = caller.app.id === node.appId;
  const { uploadLifeMs } = simulation.world.settings.graph;
  const isOpen = node.handle === undefined && simulation.clock.now() < node.createdAt + uploadLifeMs;
  if (isSigned && isOwn && isOpen) return;
  if (isSigned && isOwn) throw new GraphError(100, { message: '(#100) The upload session is over.' });
  throw unknownNode(call.method, node.id);
}

function receivedBytes({ simulation, node }: GraphCall<UploadSession>): number {
  return simulation.media.incoming.receivedBytes(resumableName(node.id));
}
