import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { mediaNode, mediaRetention, mediaUploadAnswer, sha256Hex } from '@renkei/graph-api';
import type { FetchedMedia, MediaUpload } from '../../port.ts';
import type { GraphCaller } from './graph-caller.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Streams a file up; nothing of it is held in memory. */
export async function uploadMedia(caller: GraphCaller, path: string, file: MediaUpload) {
  const boundary = `renkei-${randomUUID()}`;
  const head = Buffer.from(
    [
      field(boundary, 'messaging_product', 'whatsapp'),
      field(boundary, 'type', file.mimeType),
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${quoted(file.fileName)}"\r\n`,
      `content-type: ${file.mimeType}\r\n\r\n`,
    ].join(''),
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const { id } = await caller.upload(
    path,
    Readable.from(joined(head, file.bytes(), tail)),
    {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(head.byteLength + file.sizeBytes + tail.byteLength),
    },
    mediaUploadAnswer,
  );
  // A day early: a message queued now may go out later.
  const lifeMs = (mediaRetention.uploadedIdDays - 1) * dayMs;
  return { providerMediaId: id, lifeMs };
}

/** The address dies after five minutes, so it is asked for anew each time. */
export async function fetchMedia(
  caller: GraphCaller,
  query: Readonly<Record<string, string>>,
  providerMediaId: string,
): Promise<FetchedMedia> {
  const node = await caller.call({ path: `/${providerMediaId}`, query }, mediaNode);
  const { stream, mimeType } = await caller.download(node.url);
  return {
    stream,
    mimeType: node.mime_type || mimeType || 'application/octet-stream',
    sizeBytes: node.file_size ?? null,
    sha256: (node.sha256 && sha256Hex(node.sha256)) || null,
  };
}

function field(boundary: string, name: string, value: string): string {
  return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}

/** As browsers do it. (WHATWG HTML, multipart/form-data encoding) */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

async function* joined(head: Buffer, bytes: Readable, tail: Buffer): AsyncGenerator<Buffer> {
  yield head;
  yield* bytes;
  yield tail;
}
