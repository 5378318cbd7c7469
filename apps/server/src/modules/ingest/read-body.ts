import type { IncomingMessage } from 'node:http';
import { RenkeiError } from '#platform/errors';

/** Meta's own limit. (Meta, "Webhooks overview": payloads up to 3 MB) */
const bodyLimitBytes = 3 * 1024 * 1024;

/**
 * The bytes as they came, because the signature is over them. The limit holds for what is announced and for what comes.
 * @throws RenkeiError webhook_too_large, or invalid_request when the caller goes away
 */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > bodyLimitBytes) return Promise.reject(new RenkeiError('webhook_too_large'));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > bodyLimitBytes) {
        request.removeAllListeners('data');
        reject(new RenkeiError('webhook_too_large'));
        return;
      }
      chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('aborted', () => reject(new RenkeiError('invalid_request')));
    request.on('error', (error) => reject(new RenkeiError('invalid_request', { cause: error })));
  });
}
