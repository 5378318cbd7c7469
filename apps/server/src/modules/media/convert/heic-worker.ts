import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import decode from 'heic-decode';

/** 50 million, as for every other picture. */
const maxPixels = 50_000_000;

const images = await decode.all({ buffer: await readFile(String(workerData)) });
const [image] = images;
if (image === undefined) throw new Error('There is no picture in the file.');
if (image.width * image.height > maxPixels) throw new Error('The picture has too many pixels.');
const { data, width, height } = await image.decode();
const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
parentPort?.postMessage({ data: pixels, width, height }, [pixels.buffer]);
