import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

export interface SmallFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A second of a moving ball, H.264. */
export async function movingBall(): Promise<SmallFile> {
  const path = fileURLToPath(new URL('../fixtures/moving-ball.mp4', import.meta.url));
  return { name: 'ball.mp4', mimeType: 'video/mp4', buffer: await readFile(path) };
}

/** A picture drawn by the browser, so that its bytes are what a browser makes of the type. */
export async function drawPicture(
  page: Page,
  name: string,
  mimeType: 'image/jpeg' | 'image/png' | 'image/webp',
): Promise<SmallFile> {
  const dataUrl = await page.evaluate((type) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 512, height: 512 });
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser draws nothing.');
    context.fillStyle = '#d8a13a';
    context.fillRect(0, 0, 512, 512);
    context.fillStyle = '#20438f';
    context.fillRect(128, 128, 256, 256);
    return canvas.toDataURL(type);
  }, mimeType);
  return { name, mimeType, buffer: Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64') };
}

export function writeDocument(name: string): SmallFile {
  return {
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  };
}

/** Half a second of silence: MPEG 1 layer III frames of 128 kbit/s at 44.1 kHz, 417 bytes each. */
export function silence(name: string): SmallFile {
  const frame = Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(413)]);
  return { name, mimeType: 'audio/mpeg', buffer: Buffer.concat(Array.from({ length: 20 }, () => frame)) };
}

/** An OGG file that holds OPUS, which is what WhatsApp takes for a voice note. */
export function isOggOpus(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'OggS' && bytes.includes('OpusHead');
}
