/** Width and height of a JPEG, from its frame header; undefined when these bytes have none (ITU-T T.81, B.2.2). */
export function readJpegSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4 || view.readUInt16BE(0) !== startOfImage) return undefined;
  for (let at = 2; at + 9 <= view.length; ) {
    const marker = view.readUInt16BE(at);
    if (isFrameHeader(marker)) return { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
    at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}

const startOfImage = 0xffd8;

/** SOF0 to SOF15 without the tables and extensions between them. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;
}
