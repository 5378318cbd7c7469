import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { signBody } from '@renkei/graph-api';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { createIntakeHarness, type IntakeHarness, type TestNumber } from '../../../test/intake-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { waitFor } from '../../../test/wait-for.ts';
import { envelope, messagesBody, textMessage } from '../../../test/webhook-bodies.ts';

let platform: TestPlatform;
let harness: IntakeHarness;
let number: TestNumber;
beforeAll(async () => {
  platform = await createTestPlatform();
  harness = await createIntakeHarness(platform);
});
beforeEach(async () => {
  number = await harness.addNumber();
});
afterAll(async () => {
  await harness.close();
  await platform.close();
});

const customer = { waId: '819012345678', userId: 'JP.1' };

function goodBody(id = 'wamid.1'): string {
  return messagesBody(number.phoneNumberId, {
    messages: [textMessage(customer, id, 1_793_500_000, 'hello')],
  });
}

async function storedBodies(): Promise<readonly Buffer[]> {
  const rows = await platform.database.inTenant(number.workspaceId, (tx) =>
    tx.query<{ body: Buffer }>(sql`select body from raw_events order by id`),
  );
  return rows.map((row) => row.body);
}

async function expectRefusal(answer: Response, status: number, code: string): Promise<void> {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = await answer.json();
  expect(problem).toMatchObject({ code, status, remedy: { en: expect.any(String), ja: expect.any(String) } });
}

describe('the handshake', () => {
  const handshake = (token: string, mode = 'subscribe') =>
    fetch(
      `${harness.url}/webhooks/cloud-api/${number.endpointId}?hub.mode=${mode}&hub.challenge=1158201444&hub.verify_token=${token}`,
    );

  it('gives the challenge back to who knows the verify token', async () => {
    const answer = await handshake(number.verifyToken);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('1158201444');
  });

  it.each(['', 'wrong', 'wrong-with-the-length-of-the-right'])(
    'refuses the verify token "%s"',
    async (token) => {
      await expectRefusal(await handshake(token), 403, 'webhook_verify_token_wrong');
    },
  );

  it('refuses any other mode', async () => {
    await expectRefusal(
      await handshake(number.verifyToken, 'unsubscribe'),
      403,
      'webhook_verify_token_wrong',
    );
  });
});

describe('a signed body', () => {
  it('is stored byte for byte with its job before it is answered', async () => {
    const body = goodBody();
    expect((await harness.post(number, body)).status).toBe(200);
    expect((await storedBodies()).map(String)).toEqual([body]);
    const jobs = await platform.database.inTenant(number.workspaceId, (tx) =>
      tx.query(sql`select 1 from raw_event_jobs`),
    );
    expect(jobs).toHaveLength(1);
  });

  it('is stored in the order of arrival, however many come at once', async () => {
    for (let index = 0; index < 20; index += 1) await harness.post(number, goodBody(`wamid.${index}`));
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => harness.post(number, goodBody(`wamid.many.${index}`))),
    );
    const bodies = (await storedBodies()).map(String);
    expect(bodies).toHaveLength(220);
    expect(bodies.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, index) => goodBody(`wamid.${index}`)));
    expect(new Set(bodies).size).toBe(220);
  });

  it.each([
    ['broken JSON', '{"object":'],
    ['JSON of another shape', '[1,2,3]'],
    ['nothing', ''],
    ['bytes that are no text', Buffer.from([0, 255, 254, 0])],
  ])('of %s is kept in quarantine with a reason', async (_name, body) => {
    expect((await harness.post(number, body)).status).toBe(200);
    await harness.drain();
    const [job] = await platform.database.inTenant(number.workspaceId, (tx) =>
      tx.query<{ reason: string }>(sql`select reason from raw_event_jobs where quarantined_at is not null`),
    );
    expect(job?.reason).toMatch(/^(not_json|wrong_shape): ./);
  });
});

describe('what is not signed by the app', () => {
  it('is refused: 2,000 forgeries, none accepted', async () => {
    const body = goodBody();
    const right = signBody(number.appSecret, Buffer.from(body));
    const forgeries = Array.from({ length: 2_000 }, (_, index) => forge(right, body, index));
    const statuses = new Set<number>();
    for (let from = 0; from < forgeries.length; from += 100) {
      const answers = await Promise.all(
        forgeries.slice(from, from + 100).map(({ body: forged, headers }) =>
          fetch(`${harness.url}/webhooks/cloud-api/${number.endpointId}`, {
            method: 'POST',
            body: forged,
            headers,
          }),
        ),
      );
      for (const answer of answers) statuses.add(answer.status);
    }
    expect([...statuses]).toEqual([401]);
    expect(await storedBodies()).toEqual([]);
  });

  it('is refused with what to do about it', async () => {
    const url = `${harness.url}/webhooks/cloud-api/${number.endpointId}`;
    await expectRefusal(
      await fetch(url, { method: 'POST', body: goodBody() }),
      401,
      'webhook_signature_wrong',
    );
  });

  it('is refused when another endpoint of ours signed it', async () => {
    const other = await harness.addNumber();
    const body = goodBody();
    const answer = await harness.post(number, body, {
      'x-hub-signature-256': signBody(other.appSecret, Buffer.from(body)),
    });
    await expectRefusal(answer, 401, 'webhook_signature_wrong');
  });
});

describe('a signed body that names a foreign number', () => {
  it.each([
    ['alone', '{"phone_number_id":"999"}'],
    ['with spaces', '{"phone_number_id" :\n "999"}'],
    ['as a number', '{"phone_number_id":999}'],
    ['beside ours', '[{"phone_number_id":"NUMBER"},{"phone_number_id":"999"}]'],
  ])('%s is refused and has no effect', async (_name, body) => {
    const answer = await harness.post(number, body.replace('NUMBER', number.phoneNumberId));
    await expectRefusal(answer, 401, 'webhook_foreign_number');
    expect(await storedBodies()).toEqual([]);
  });

  it("in a customer's own words is no such body", async () => {
    const text = 'say "phone_number_id": "999"';
    const body = messagesBody(number.phoneNumberId, {
      messages: [textMessage(customer, 'wamid.1', 1_793_500_000, text)],
    });
    expect((await harness.post(number, body)).status).toBe(200);
  });

  it('under an escaped key gets past the scan and still has no effect', async () => {
    const foreign = goodBody()
      .replace(number.phoneNumberId, '999')
      .replace('phone_number_id', 'phone\\u005fnumber_id');
    expect((await harness.post(number, foreign)).status).toBe(200);
    await harness.drain();
    const rows = await platform.database.inTenant(number.workspaceId, (tx) =>
      tx.query(sql`select reason from raw_event_jobs where quarantined_at is not null
                   union all select 'message' from messages union all select 'contact' from contacts`),
    );
    expect(rows).toEqual([{ reason: 'number 999 is not connected here' }]);
  });
});

describe('limits', () => {
  it('refuses a body of 4 MB, announced or not', async () => {
    const body = randomBytes(4 * 1024 * 1024);
    await expectRefusal(await harness.post(number, body), 413, 'webhook_too_large');
    const chunked = await fetch(`${harness.url}/webhooks/cloud-api/${number.endpointId}`, {
      method: 'POST',
      body: new ReadableStream({
        start(controller) {
          for (let at = 0; at < body.length; at += 65_536) controller.enqueue(body.subarray(at, at + 65_536));
          controller.close();
        },
      }),
      duplex: 'half',
    } as RequestInit);
    await expectRefusal(chunked, 413, 'webhook_too_large');
  });

  it('takes a body of 3 MB', async () => {
    const body = envelope('messages', { filler: 'x'.repeat(3 * 1024 * 1024 - 200) });
    expect((await harness.post(number, body)).status).toBe(200);
  });

  it('does not let a body that never ends hold up the others', async () => {
    const socket = connect(Number(new URL(harness.url).port), '127.0.0.1');
    socket.write(
      `POST /webhooks/cloud-api/${number.endpointId} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf of it`,
    );
    expect((await harness.post(number, goodBody())).status).toBe(200);
    socket.destroy();
  });

  it.each(['GET', 'POST', 'PUT'])('knows no other path for %s', async (method) => {
    for (const path of ['/webhooks/', '/webhooks/cloud-api/x', `/webhooks/twilio/${number.endpointId}`]) {
      await expectRefusal(await fetch(`${harness.url}${path}`, { method }), 404, 'webhook_endpoint_unknown');
    }
  });
});

describe('without a database', () => {
  it('answers 503 and stores what comes again afterwards', async () => {
    const admin = new pg.Client({ ...platform.temporary.adminConnection, database: 'postgres' });
    await admin.connect();
    const name = platform.temporary.ownerConnection.database;
    await admin.query(`alter database ${name} allow_connections false`);
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [name]);
    await expectRefusal(await harness.post(number, goodBody()), 503, 'store_unavailable');
    await admin.query(`alter database ${name} allow_connections true`);
    await admin.end();
    // Like Meta, until it is taken: a connection may turn out to be dead only when it is used, which is one more 503.
    const body = goodBody();
    await waitFor(async () => ((await harness.post(number, body)).status === 200 ? true : undefined));
    expect(await storedBodies()).toHaveLength(1);
  });
});

/** Every way we could think of to have no right signature. */
function forge(
  right: string,
  body: string,
  index: number,
): { body: string; headers: Record<string, string> } {
  const hex = right.slice('sha256='.length);
  const flipped =
    hex.slice(0, index % 64) + (hex[index % 64] === '0' ? '1' : '0') + hex.slice((index % 64) + 1);
  const headers: readonly Record<string, string>[] = [
    {},
    { 'x-hub-signature-256': '' },
    { 'x-hub-signature-256': `sha256=${flipped}` },
    { 'x-hub-signature-256': hex },
    { 'x-hub-signature-256': `sha1=${hex.slice(0, 40)}` },
    { 'x-hub-signature': right },
    { 'x-hub-signature-256': right.slice(0, -(1 + (index % 60))) },
    { 'x-hub-signature-256': right.toUpperCase() },
    { 'x-hub-signature-256': `${right}${index}` },
    { 'x-hub-signature-256': `sha256=${randomBytes(32).toString('hex')}` },
    { 'x-hub-signature-256': signBody(`${index}`, Buffer.from(body)) },
  ];
  const chosen = headers[index % headers.length] ?? {};
  // Every other forgery carries the right signature of another body.
  return index % 2 === 0
    ? { body, headers: chosen }
    : { body: `${body}${' '.repeat(index)}`, headers: { 'x-hub-signature-256': right } };
}
