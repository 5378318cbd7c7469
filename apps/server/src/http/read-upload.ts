import { Transform } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { RenkeiError } from '#platform/errors';
import type { UploadedFile } from '#platform/module';

/** Above the largest file WhatsApp takes (100 MB), so that it is the limits of the kind that refuse, in their words. */
export const maximumUploadBytes = 105 * 1024 * 1024;

/** The one file of a multipart request, as a stream that fails rather than end early. */
export async function readUpload(request: FastifyRequest): Promise<UploadedFile | undefined> {
  if (!request.isMultipart()) {
    throw new RenkeiError('invalid_request', {
      detail: {
        en: 'Send the file as multipart/form-data in the field "file".',
        ja: 'ファイルは multipart/form-data の「file」項目で送信してください。',
      },
    });
  }
  const part = await request.file();
  if (part === undefined) return undefined;
  return { fileName: part.filename, declaredType: part.mimetype, stream: wholeFile(part) };
}

/** The parser only marks a file that is cut off at the limit; whoever reads it must be told. */
function wholeFile(part: MultipartFile): Transform {
  const whole = new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => done(part.file.truncated ? tooLarge() : null),
  });
  part.file.on('error', (error) => whole.destroy(error));
  whole.on('close', () => part.file.resume());
  return part.file.pipe(whole);
}

function tooLarge(): RenkeiError {
  return new RenkeiError('media_too_large', {
    detail: {
      en: `A file may have at most ${maximumUploadBytes / 1024 / 1024} MB.`,
      ja: `ファイルは最大 ${maximumUploadBytes / 1024 / 1024} MB です。`,
    },
  });
}
