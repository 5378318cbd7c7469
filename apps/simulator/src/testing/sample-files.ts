/** A red PNG of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

/** The first two pages of an OGG file with OPUS: identification and comment header. */
export const oggOpus = Buffer.concat([
  oggPage(2, 0, Buffer.from('4f707573486561640101380180bb0000000000', 'hex')),
  oggPage(0, 1, Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)])),
]);

/** An empty static WebP. */
export const webp = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

/** A Windows program, by its first bytes. */
export const windowsProgram = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

function oggPage(flags: number, sequence: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(27);
  head.write('OggS');
  head.writeUInt8(flags, 5);
  head.writeUInt32LE(1, 14);
  head.writeUInt32LE(sequence, 18);
  head.writeUInt8(1, 26);
  return Buffer.concat([head, Buffer.from([payload.length]), payload]);
}
