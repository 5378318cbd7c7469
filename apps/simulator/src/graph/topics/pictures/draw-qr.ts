import { crc32, deflateSync } from 'node:zlib';

const margin = 4;
const pixelsPerModule = 8;

/** A QR code as SVG, with its quiet zone. */
export function drawQrSvg(modules: readonly (readonly boolean[])[]): string {
  const size = modules.length + 2 * margin;
  const dots = modules.flatMap((line, row) =>
    line.flatMap((isDark, column) => (isDark ? [`M${column + margin},${row + margin}h1v1h-1z`] : [])),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0,0h${size}v${size}h-${size}z"/><path d="${dots.join('')}"/></svg>`;
}

/** A QR code as a grey PNG of one bit per pixel. */
export function drawQrPng(modules: readonly (readonly boolean[])[]): Buffer {
  const size = (modules.length + 2 * margin) * pixelsPerModule;
  const lineBytes = Math.ceil(size / 8);
  const pixels = Buffer.alloc((lineBytes + 1) * size, 0xff);
  for (let y = 0; y < size; y += 1) {
    const start = y * (lineBytes + 1);
    pixels[start] = 0;
    const line = modules[Math.floor(y / pixelsPerModule) - margin] ?? [];
    line.forEach((isDark, column) => {
      // One module is exactly one byte of eight pixels.
      if (isDark) pixels[start + 1 + column + margin] = 0x00;
    });
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 1;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
