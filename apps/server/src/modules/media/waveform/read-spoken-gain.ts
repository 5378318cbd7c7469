import { RangeDecoder } from './range-decoder.ts';

/** Configurations below this have a spoken part (SILK), alone or with a CELT part on top. Source: RFC 6716 §3.1. */
const firstWithoutSpeech = 16;
/** Frames of 10, 20, 40 and 60 ms, which have that many SILK frames inside. (§4.2.2) */
const spokenFrames = [1, 1, 2, 3] as const;

/** The gain (0 to 63) of the first frame in a packet; undefined where a packet has none at its head. */
export function readSpokenGain(packet: Uint8Array): number | undefined {
  const toc = packet[0];
  if (toc === undefined) return undefined;
  const configuration = toc >> 3;
  const isStereo = (toc & 4) !== 0;
  if (configuration >= firstWithoutSpeech || isStereo) return undefined;
  const start = startOfFirstFrame(packet, toc & 3);
  if (start === undefined || start >= packet.byteLength) return undefined;
  const frames = configuration < 12 ? (spokenFrames[configuration % 4] ?? 1) : 1;
  return readGain(new RangeDecoder(packet.subarray(start)), frames);
}

/** Source: RFC 6716 §4.2.7.3 and §4.2.7.4, as inverse cumulative distributions. */
const activeTypes = [232, 158, 10, 0] as const;
const inactiveTypes = [230, 0] as const;
const highGainBits = {
  inactive: [224, 112, 44, 15, 3, 2, 1, 0],
  unvoiced: [254, 237, 192, 132, 70, 23, 4, 0],
  voiced: [255, 252, 226, 155, 61, 11, 2, 0],
} as const;
const evenly = [224, 192, 160, 128, 96, 64, 32, 0] as const;

function readGain(decoder: RangeDecoder, frames: number): number | undefined {
  const isActive = decoder.bit(1);
  for (let frame = 1; frame < frames; frame += 1) decoder.bit(1);
  // A copy of an earlier packet comes first then; who records to a file has no use for it.
  const hasCopy = decoder.bit(1);
  if (hasCopy) return undefined;
  const type = decoder.symbol(isActive ? activeTypes : inactiveTypes);
  const voicing = isActive ? (type < 2 ? 'unvoiced' : 'voiced') : 'inactive';
  return decoder.symbol(highGainBits[voicing]) * 8 + decoder.symbol(evenly);
}

/** Where the bytes of the first frame begin, by how many frames there are. (§3.2) */
function startOfFirstFrame(packet: Uint8Array, code: number): number | undefined {
  if (code < 2) return 1;
  if (code === 2) return 1 + lengthBytes(packet, 1);
  const shape = packet[1] ?? 0;
  const isVariable = (shape & 0x80) !== 0;
  const isPadded = (shape & 0x40) !== 0;
  let at = 2;
  if (isPadded) {
    while (packet[at] === 255) at += 1;
    at += 1;
  }
  if (!isVariable) return at;
  for (let frame = 1; frame < (shape & 0x3f); frame += 1) at += lengthBytes(packet, at);
  return at;
}

function lengthBytes(packet: Uint8Array, at: number): number {
  return (packet[at] ?? 0) >= 252 ? 2 : 1;
}
