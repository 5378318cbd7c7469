import { fileTypeFromFile } from 'file-type';
import { isText } from './is-text.ts';
import { readCompoundKind } from './read-compound-kind.ts';

/** The MIME type of a file by its bytes, under the name that WhatsApp uses for it. */
export async function detectType(path: string, fileName: string | null): Promise<string> {
  const detected = await fileTypeFromFile(path);
  if (!detected) return (await isText(path)) ? 'text/plain' : 'application/octet-stream';
  if (detected.mime === 'application/x-cfb') return (await readCompoundKind(path, fileName)) ?? detected.mime;
  return sameTypes[detected.mime] ?? detected.mime;
}

const sameTypes: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'video/matroska': 'video/x-matroska',
  'audio/matroska': 'audio/x-matroska',
  'video/3gpp2': 'video/3gpp',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'video/ogg': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'audio/vnd.dlna.adts': 'audio/aac',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heif',
};
