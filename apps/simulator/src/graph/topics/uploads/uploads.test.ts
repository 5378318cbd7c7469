import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { png, windowsProgram } from '../../../testing/sample-files.ts';
import { accessToken, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const open = async (bytes: Buffer, type = 'image/png') => {
  const query = `file_name=h.png&file_length=${bytes.length}&file_type=${type}`;
  const { body } = await world.graph('POST', `/v25.0/${world.appId}/uploads?${query}`);
  return body.id;
};
const headers = (offset: number) => ({ authorization: `OAuth ${accessToken}`, file_offset: String(offset) });
const send = async (
  id: string,
  offset: number,
  bytes: Buffer,
  type = 'application/x-www-form-urlencoded',
) => {
  const response = await fetch(`${world.simulator.url}/v25.0/${id}`, {
    method: 'POST',
    headers: { ...headers(offset), 'content-type': type },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: Object(await response.json()) };
};

test('the bytes become a handle, whatever type the client calls them', async () => {
  for (const type of ['application/x-www-form-urlencoded', 'application/json', 'image/png']) {
    const id = await open(png);
    expect(id).toMatch(/^upload:.+\?sig=.+/);
    const { status, body } = await send(id, 0, png, type);
    expect([status, body.h]).toEqual([200, expect.stringMatching(/^4::aW1hZ2UvcG5n:/)]);
  }
});

test('an upload goes on from where it stands, and only from there', async () => {
  const id = await open(png);
  expect((await send(id, 0, png.subarray(0, 20))).body).toEqual({ id, file_offset: 20 });
  expect((await world.graph('GET', `/${id}`)).body).toEqual({ id, file_offset: 20 });
  expect((await send(id, 0, png)).body.error.message).toContain('Param file_offset must be 20');
  expect((await send(id, 20, png.subarray(20))).body.h).toBeTruthy();
});

test('what a broken connection brought is kept', async () => {
  const id = await open(png);
  await new Promise<void>((resolve) => {
    const broken = request(`${world.simulator.url}/${id}`, {
      method: 'POST',
      headers: { ...headers(0), 'content-length': png.length },
    });
    broken.on('error', () => resolve());
    broken.write(png.subarray(0, 30), () => setTimeout(() => broken.destroy(), 20));
  });
  const offset = async () => Object((await world.graph('GET', `/${id}`)).body).file_offset;
  await expect.poll(offset).toBe(30);
  expect((await send(id, 30, png.subarray(30))).body.h).toBeTruthy();
});

test('the id needs its signature, and a finished upload is over', async () => {
  const id = await open(png);
  expect((await send(id.replace(/sig=.*/, 'sig=x'), 0, png)).body.error).toMatchObject({ code: 100 });
  await send(id, 0, png);
  expect((await send(id, 0, png)).body.error.message).toContain('The upload session is over.');
});

test('the bytes must be what was announced: type and length', async () => {
  const disguised = await open(windowsProgram);
  expect((await send(disguised, 0, windowsProgram)).body.error).toMatchObject({ code: 100 });
  const longer = await open(png.subarray(0, 10));
  expect((await send(longer, 0, png)).body.error).toMatchObject({ code: 100 });
});

test.each([
  ['file_length=10', 'The parameter file_type is required.'],
  ['file_type=image/png', 'The parameter file_length is required.'],
  ['file_type=image/gif&file_length=10', 'Param file_type must be one of {application/pdf'],
  ['file_type=image/png&file_length=200000000', 'Param file_length must be at most 104857600.'],
])('uploads?%s is refused with 100', async (query, text) => {
  const { body } = await world.graph('POST', `/${world.appId}/uploads?${query}`);
  expect(body.error.message).toContain(`(#100) ${text}`);
});

test('the handle becomes the profile picture', async () => {
  const { body: uploaded } = await send(await open(png), 0, png);
  await world.graph('POST', `/${world.phoneNumberId}/whatsapp_business_profile`, {
    messaging_product: 'whatsapp',
    profile_picture_handle: uploaded.h,
  });
  const { body } = await world.graph(
    'GET',
    `/${world.phoneNumberId}/whatsapp_business_profile?fields=profile_picture_url`,
  );
  const picture = await fetch(Object(body.data[0]).profile_picture_url);
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(png);
});
