import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { oggOpus, png, webp, windowsProgram } from '../../../testing/sample-files.ts';
import { accessToken, customer, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const upload = (bytes: Buffer, mimeType: string, type = mimeType) => {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', new Blob([new Uint8Array(bytes)], { type: mimeType }), 'file.bin');
  return world.graph('POST', `/v25.0/${world.phoneNumberId}/media`, form);
};
const download = (url: string, token: string | null = accessToken) =>
  fetch(url, token === null ? {} : { headers: { authorization: `Bearer ${token}` } });

describe('the media round trip', () => {
  test('what was uploaded comes back byte for byte, with its digest', async () => {
    const { body: uploaded } = await upload(png, 'image/png');
    const { body: media } = await world.graph('GET', `/v25.0/${uploaded.id}`);
    expect(media).toMatchObject({
      messaging_product: 'whatsapp',
      id: uploaded.id,
      mime_type: 'image/png',
      file_size: png.length,
      sha256: createHash('sha256').update(png).digest('hex'),
    });
    const response = await download(media.url);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
    expect(response.headers.get('content-type')).toBe('image/png');
  });

  test('the URL asks for a token (401) and dies after five minutes (404), the id does not', async () => {
    const { body: uploaded } = await upload(png, 'image/png');
    const { body: media } = await world.graph('GET', `/${uploaded.id}`);
    expect((await download(media.url, null)).status).toBe(401);
    expect((await download(media.url.replace(/hash=./, 'hash=_'))).status).toBe(404);
    await world.simulator.control.moveClock({ advanceMs: 5 * 60 * 1000 });
    expect((await download(media.url)).status).toBe(404);
    const { body: fresh } = await world.graph('GET', `/${uploaded.id}`);
    expect((await download(fresh.url)).status).toBe(200);
  });

  test('a deleted id is gone: 100/33', async () => {
    const { body: uploaded } = await upload(png, 'image/png');
    expect((await world.graph('DELETE', `/${uploaded.id}`)).body).toEqual({ success: true });
    const answer = await world.graph('GET', `/${uploaded.id}`);
    expect(answer.body.error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  test('with phone_number_id the media must belong to that number', async () => {
    const { body: uploaded } = await upload(png, 'image/png');
    const own = await world.graph('GET', `/${uploaded.id}?phone_number_id=${world.phoneNumberId}`);
    expect(own.status).toBe(200);
    const other = await world.graph('GET', `/${uploaded.id}?phone_number_id=111111111111`);
    expect(other.body.error).toMatchObject({ code: 100, error_subcode: 33 });
  });
});

describe('uploads are judged by their bytes', () => {
  test.each([
    ['png', png, 'image/png'],
    ['ogg with opus', oggOpus, 'audio/ogg'],
    ['ogg with its codec named', oggOpus, 'audio/ogg; codecs=opus'],
    ['webp sticker', webp, 'image/webp'],
    ['plain text', Buffer.from('価格表\n'), 'text/plain'],
  ])('%s is taken', async (_name, bytes, mimeType) => {
    expect((await upload(bytes, mimeType)).status).toBe(200);
  });

  test.each([
    ['a program called jpeg', windowsProgram, 'image/jpeg'],
    ['a png called jpeg', png, 'image/jpeg'],
    ['a type Meta does not know', Buffer.from('{}'), 'application/json'],
  ])('%s is refused with 100', async (_name, bytes, mimeType) => {
    const answer = await upload(bytes, mimeType);
    expect([answer.status, answer.body.error.code]).toEqual([400, 100]);
    expect(answer.body.error.message).toContain('Param file must be a file with one of the following types');
  });

  test('an image of 6 MB and a static sticker of 101 KB are too large', async () => {
    const image = await upload(Buffer.concat([png, Buffer.alloc(6 * 1024 * 1024)]), 'image/png');
    const sticker = await upload(Buffer.concat([webp, Buffer.alloc(101 * 1024)]), 'image/webp');
    expect([image.body.error.code, sticker.body.error.code]).toEqual([131009, 131009]);
  });

  test('messaging_product and file are required', async () => {
    const form = new FormData();
    form.set('type', 'image/png');
    const answer = await world.graph('POST', `/v25.0/${world.phoneNumberId}/media`, form);
    expect(answer.body.error).toMatchObject({ code: 100 });
  });
});

const urlOf = (media: unknown) => z.looseObject({ url: z.string() }).parse(media).url;

describe('media in messages', () => {
  test('an uploaded image reaches the phone, which can show it', async () => {
    await world.openWindow();
    const { body: uploaded } = await upload(png, 'image/png');
    const { body: sent } = await world.graph('POST', `/${world.phoneNumberId}/messages`, {
      messaging_product: 'whatsapp',
      to: customer.waId,
      type: 'image',
      image: { id: uploaded.id, caption: '青い急須' },
    });
    await world.simulator.control.settle();
    const { body: phone } = await world.phone('GET', `/phones/${customer.waId}`);
    const shown = phone.chats[0].messages.find(({ id }) => id === sent.messages[0].id);
    expect(shown?.image).toMatchObject({ caption: '青い急須', mimeType: 'image/png' });
    const response = await fetch(new URL(urlOf(shown?.image), world.simulator.url));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
  });

  test('media sent as the wrong kind, and a voice message that is no OGG, fail with 131053', async () => {
    await world.openWindow();
    const { body: picture } = await upload(png, 'image/png');
    const { body: text } = await upload(Buffer.from('hello'), 'text/plain');
    const sends = [
      { type: 'video', video: { id: picture.id } },
      { type: 'audio', audio: { id: text.id, voice: true } },
    ];
    for (const send of sends) {
      const { body: sent } = await world.graph('POST', `/${world.phoneNumberId}/messages`, {
        messaging_product: 'whatsapp',
        to: customer.waId,
        ...send,
      });
      await world.simulator.control.settle();
      const statuses = world.receiver.statuses().filter(({ id }) => id === sent.messages[0].id);
      expect(statuses).toMatchObject([{ status: 'failed', errors: [{ code: 131053 }] }]);
    }
  });

  test('a voice note of the phone arrives with digest and URL, and downloads as it was recorded', async () => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(oggOpus)], { type: 'audio/ogg' }), 'voice.ogg');
    const { body: file } = await world.phone('POST', `/phones/${customer.waId}/media`, form);
    const { body: sent } = await world.phone('POST', `/phones/${customer.waId}/messages`, {
      phoneNumberId: world.phoneNumberId,
      type: 'audio',
      audio: { mediaId: file.mediaId, voice: true },
    });
    await world.simulator.control.settle();
    const message = world.receiver.messages().find(({ id }) => id === sent.id);
    expect(message?.audio).toMatchObject({
      mime_type: 'audio/ogg; codecs=opus',
      voice: true,
      sha256: createHash('sha256').update(oggOpus).digest('base64'),
    });
    const response = await download(urlOf(message?.audio));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(oggOpus);
    const { body: media } = await world.graph('GET', `/${message?.audio?.id}`);
    expect(media.file_size).toBe(oggOpus.length);
  });
});
