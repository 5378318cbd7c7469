import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MediaContentKind } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { unreadable } from '../refusals.ts';
import { convertAudio } from './audio.ts';
import type { Conversion, Converter, Source } from './conversion.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { convertImage } from './image.ts';
import { convertSticker } from './sticker.ts';
import { convertVideo } from './video.ts';

/** How a file becomes what its kind takes. Documents stay what they are. */
const converters: { readonly [Kind in MediaContentKind]: Converter } = {
  image: convertImage,
  sticker: convertSticker,
  audio: convertAudio,
  video: convertVideo,
  document: async () => undefined,
};

/** Converts where needed and hands the result to `use`, after which its file is gone. Throws `RenkeiError`. */
export async function withConverted<Result>(
  source: Source,
  ffmpeg: Ffmpeg | undefined,
  use: (conversion: Conversion | undefined) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'renkei-convert-'));
  try {
    const target = (ending: string) => join(folder, `result.${ending}`);
    const conversion = await converters[source.kind](source, { ffmpeg, target }).catch((error: unknown) => {
      throw error instanceof RenkeiError ? error : unreadable(error);
    });
    return await use(conversion);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
