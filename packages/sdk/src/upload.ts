import { type Media, type MediaContentKind, routes } from '@renkei/contract';
import { csrfHeader, parseAnswer, pathOf, queryOf } from './create-client.ts';
import { clientError } from './errors.ts';

export interface UploadOptions {
  readonly baseUrl: string;
  readonly kind: MediaContentKind;
  readonly file: Blob;
  readonly fileName: string;
  /** It is to be sent as a voice note: it becomes Ogg with Opus where that is possible. */
  readonly voice?: boolean;
  /** Called with the share of the file that has been sent, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  /** Only XMLHttpRequest tells how much has been sent. */
  readonly createRequest?: () => XMLHttpRequest;
}

/** Uploads a file to be sent. Rejects with a `RenkeiError`, among them the limits of WhatsApp. */
export function upload(options: UploadOptions): Promise<Media> {
  const { baseUrl, kind, file, fileName, voice = false, onProgress, signal } = options;
  const request = options.createRequest?.() ?? new XMLHttpRequest();
  const form = new FormData();
  form.append('file', file, fileName);
  return new Promise((resolve, reject) => {
    request.open(
      'POST',
      `${baseUrl}${pathOf(routes.uploadMedia.path)}${queryOf(voice ? { kind, voice: '1' } : { kind })}`,
    );
    for (const [name, value] of Object.entries(csrfHeader)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onerror = () => reject(clientError('network_unreachable'));
    request.onabort = () => reject(clientError('aborted'));
    request.onload = () => {
      try {
        resolve(parseAnswer('uploadMedia', request.status, parseJson(request.responseText)));
      } catch (error) {
        reject(error instanceof Error ? error : clientError('answer_unreadable'));
      }
    };
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
