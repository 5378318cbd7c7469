import { BlobSource, BufferTarget, Conversion, Input, OggOutputFormat, Output, WEBM } from 'mediabunny';

/** Moves Opus packets from WebM into Ogg; the sound itself is not touched, so no codec is needed. */
export async function remuxToOgg(webm: Blob): Promise<Blob> {
  const target = new BufferTarget();
  const input = new Input({ source: new BlobSource(webm), formats: [WEBM] });
  const output = new Output({ format: new OggOutputFormat(), target });
  const conversion = await Conversion.init({ input, output });
  await conversion.execute();
  if (target.buffer === null) throw new Error('The recording has no sound in it.');
  return new Blob([target.buffer], { type: 'audio/ogg' });
}
