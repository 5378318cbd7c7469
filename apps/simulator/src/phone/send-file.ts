import type { FastifyReply, FastifyRequest } from 'fastify';

export interface FileToSend {
  readonly bytes: Buffer;
  readonly mimeType: string;
  readonly filename?: string | undefined;
}

/** Pictures, sound and films may be shown in place; anything else a person sent is only ever downloaded. */
const shownInPlace = /^(image\/(jpeg|png|webp|gif)|audio\/|video\/)/;

/** Sends a file with one byte range if asked for: players seek by it. */
export function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileToSend): FastifyReply {
  const { bytes, mimeType, filename = 'file' } = file;
  reply.header('accept-ranges', 'bytes');
  reply.header('x-content-type-options', 'nosniff');
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  const disposition = shownInPlace.test(mimeType) ? 'inline' : 'attachment';
  reply.header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(filename)}`);
  reply.type(mimeType);
  const range = readRange(request.headers.range, bytes.length);
  if (!range) return reply.send(bytes);
  return reply
    .status(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${bytes.length}`)
    .send(bytes.subarray(range.start, range.end + 1));
}

function readRange(header: string | undefined, length: number) {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (!match) return undefined;
  const start = Number(match[1]);
  const end = Math.min(match[2] ? Number(match[2]) : length - 1, length - 1);
  return start <= end ? { start, end } : undefined;
}
