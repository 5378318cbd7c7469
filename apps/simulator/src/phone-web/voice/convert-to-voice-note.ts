/** The only form in which WhatsApp plays audio as a voice note (data/media-limits: voice). */
const VOICE_NOTE_TYPE = 'audio/ogg; codecs=opus';

/**
 * Makes a recording a voice note. Opus is moved from its container into Ogg as it is; anything else is encoded
 * by the browser. Rejects when the recording holds no audio or the browser cannot encode it.
 */
export async function convertToVoiceNote(recording: Blob): Promise<Blob> {
  if (recording.type.startsWith('audio/ogg')) return new Blob([recording], { type: VOICE_NOTE_TYPE });
  // Loaded only when somebody records: it is larger than the rest of the page.
  const { ALL_FORMATS, BlobSource, BufferTarget, Conversion, Input, OggOutputFormat, Output } = await import(
    'mediabunny'
  );
  const input = new Input({ source: new BlobSource(recording), formats: ALL_FORMATS });
  const target = new BufferTarget();
  const output = new Output({ format: new OggOutputFormat(), target });
  const conversion = await Conversion.init({
    input,
    output,
    audio: { codec: 'opus' },
    video: { discard: true },
  });
  if (!conversion.isValid) throw new Error('The recording holds nothing that can become Ogg Opus');
  await conversion.execute();
  if (!target.buffer) throw new Error('The conversion ended without an output');
  return new Blob([target.buffer], { type: VOICE_NOTE_TYPE });
}
