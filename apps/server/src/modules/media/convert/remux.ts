import type { EncodedPacketSink, InputAudioTrack, InputVideoTrack } from 'mediabunny';

/**
 * Moves Opus packets into an Ogg file with one channel. No codec is needed, not even for two channels: the header says
 * how many a decoder is to give out, and every decoder of Opus mixes them itself. (RFC 7845 §5.1; RFC 6716 §2.1.2)
 */
export async function remuxToOgg(from: string, to: string): Promise<void> {
  const bunny = await import('mediabunny');
  using input = await openInput(from);
  const track = await input.getPrimaryAudioTrack();
  const config = await track?.getDecoderConfig();
  if (!track || !config) throw new Error('There is no sound in the file.');
  const source = new bunny.EncodedAudioPacketSource('opus');
  const output = new bunny.Output({
    format: new bunny.OggOutputFormat(),
    target: new bunny.FilePathTarget(to),
  });
  output.addAudioTrack(source);
  await output.start();
  const description = config.description ? withOneChannel(config.description) : undefined;
  const decoderConfig = { ...config, numberOfChannels: 1, ...(description ? { description } : {}) };
  await copyPackets(new bunny.EncodedPacketSink(track), (packet) => source.add(packet, { decoderConfig }));
  await output.finalize();
}

/** Moves H.264 and AAC into an MP4 file, without anything that the old container said besides. */
export async function remuxToMp4(from: string, to: string): Promise<void> {
  const bunny = await import('mediabunny');
  using input = await openInput(from);
  const film = await input.getPrimaryVideoTrack();
  const sound = await input.getPrimaryAudioTrack();
  if (!film) throw new Error('There is no picture in the file.');
  const output = new bunny.Output({
    format: new bunny.Mp4OutputFormat({ fastStart: 'in-memory' }),
    target: new bunny.FilePathTarget(to),
  });
  const filmSource = new bunny.EncodedVideoPacketSource('avc');
  output.addVideoTrack(filmSource, { rotation: await film.getRotation() });
  const soundSource = sound ? new bunny.EncodedAudioPacketSource('aac') : undefined;
  if (soundSource) output.addAudioTrack(soundSource);
  await output.start();
  const copyFilm = async (track: InputVideoTrack) => {
    const meta = { decoderConfig: (await track.getDecoderConfig()) ?? undefined };
    await copyPackets(new bunny.EncodedPacketSink(track), (packet) => filmSource.add(packet, meta));
    filmSource.close();
  };
  const copySound = async (track: InputAudioTrack) => {
    const meta = { decoderConfig: (await track.getDecoderConfig()) ?? undefined };
    await copyPackets(new bunny.EncodedPacketSink(track), (packet) => soundSource?.add(packet, meta));
    soundSource?.close();
  };
  await Promise.all([copyFilm(film), ...(sound ? [copySound(sound)] : [])]);
  await output.finalize();
}

async function openInput(path: string) {
  const { ALL_FORMATS, FilePathSource, Input } = await import('mediabunny');
  return new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
}

type Packet = Awaited<ReturnType<EncodedPacketSink['getFirstPacket']>> & {};

async function copyPackets(
  sink: EncodedPacketSink,
  add: (packet: Packet) => Promise<void> | undefined,
): Promise<void> {
  for await (const packet of sink.packets()) await add(packet);
}

/** The OpusHead: the tenth byte is the number of channels, the nineteenth how they are mapped. (RFC 7845 §5.1) */
function withOneChannel(description: ArrayBufferLike | ArrayBufferView): Uint8Array {
  const bytes = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description);
  const head = bytes.slice(0, 19);
  head[9] = 1;
  head[18] = 0;
  return head;
}
