import type { Channel, ChannelCheck } from '@renkei/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecretBox } from '#platform/crypto';
import { sql } from '#platform/database';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';

let platform: TestPlatform;
let world: SendingHarness;

beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform, { dispatch: false });
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

async function check(change: object): Promise<Readonly<Record<string, ChannelCheck>>> {
  const { checks } = await world.call('checkChannel', { body: { ...world.credentials, ...change } });
  return Object.fromEntries((checks as ChannelCheck[]).map((one) => [one.field, one]));
}

const outcomes = (checks: Readonly<Record<string, ChannelCheck>>) =>
  Object.fromEntries(Object.values(checks).map(({ field, outcome }) => [field, outcome]));

async function countRows(): Promise<{ readonly endpoints: string; readonly channels: string }> {
  const [row] = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.query<{ endpoints: string; channels: string }>(sql`
      select (select count(*) from webhook_endpoints) as endpoints, (select count(*) from channels) as channels`),
  );
  if (!row) throw new Error('No row');
  return row;
}

describe('the form names the one value that is wrong', () => {
  it('nothing', async () => {
    expect(outcomes(await check({}))).toEqual({
      accessToken: 'ok',
      phoneNumberId: 'ok',
      wabaId: 'ok',
      appSecret: 'ok',
      verifyToken: 'ok',
    });
  });

  it('the token, and then judges nothing that hangs on it', async () => {
    const checks = await check({ accessToken: 'EAAsomethingelse' });
    expect(outcomes(checks)).toEqual({
      accessToken: 'failed',
      phoneNumberId: 'skipped',
      wabaId: 'skipped',
      appSecret: 'skipped',
      verifyToken: 'ok',
    });
    expect(checks['accessToken']?.problem).toMatchObject({ code: 'channel_token_wrong', providerCode: 190 });
  });

  it('the phone number id', async () => {
    const checks = await check({ phoneNumberId: '123456789' });
    expect(outcomes(checks)).toMatchObject({ phoneNumberId: 'failed', wabaId: 'ok', appSecret: 'ok' });
    expect(checks['phoneNumberId']?.problem?.code).toBe('channel_phone_number_wrong');
  });

  it('the phone number id, when it is the account’s', async () => {
    const checks = await check({ phoneNumberId: world.wabaId });
    expect(outcomes(checks)).toMatchObject({ accessToken: 'ok', phoneNumberId: 'failed' });
  });

  it('the account id: unknown, or of an account without this number', async () => {
    expect((await check({ wabaId: '987654321' }))['wabaId']?.problem?.code).toBe('channel_waba_wrong');
    const { wabas } = await world.simulator.control.mergeWorld({ wabas: [{ name: 'Other account' }] });
    const other = wabas.find(({ name }) => name === 'Other account');
    const checks = await check({ wabaId: other?.id ?? '' });
    expect(outcomes(checks)).toMatchObject({ phoneNumberId: 'ok', wabaId: 'failed' });
    expect(checks['wabaId']?.says.en).toContain('Other account');
  });

  it('the app secret', async () => {
    const checks = await check({ appSecret: 'f'.repeat(32) });
    expect(outcomes(checks)).toMatchObject({ accessToken: 'ok', appSecret: 'failed', verifyToken: 'ok' });
    expect(checks['appSecret']?.problem?.code).toBe('channel_app_secret_wrong');
  });

  it.each(['short', 'with spaces in it somewhere', 'ひらがなでは使えません。長いだけです'])(
    'the verify token %s',
    async (verifyToken) => {
      expect(outcomes(await check({ verifyToken }))).toMatchObject({ verifyToken: 'failed' });
    },
  );

  it('the app secret, when the app requires a proof of it', async () => {
    await world.simulator.control.mergeWorld({
      apps: [{ secret: 'proven-secret', accessToken: 'EAAproof', requireAppSecretProof: true }],
    });
    const right = await check({ accessToken: 'EAAproof', appSecret: 'proven-secret' });
    expect(outcomes(right)).toMatchObject({ accessToken: 'ok', phoneNumberId: 'ok', appSecret: 'ok' });
    const wrong = await check({ accessToken: 'EAAproof', appSecret: 'something-else' });
    expect(outcomes(wrong)).toMatchObject({ accessToken: 'skipped', appSecret: 'failed' });
  });

  it('permissions that the token lacks, by name', async () => {
    await world.simulator.control.mergeWorld({
      apps: [{ secret: 's', accessToken: 'EAAweak', scopes: ['whatsapp_business_management'] }],
    });
    const { accessToken } = await check({ accessToken: 'EAAweak' });
    expect(accessToken).toMatchObject({
      outcome: 'failed',
      says: { en: expect.stringContaining('whatsapp_business_messaging') },
    });
  });
});

describe('connecting', () => {
  it('leaves nothing behind when our webhook does not answer the handshake', async () => {
    world.setIntake(false);
    const { channel, checks } = await world.call('connectChannel', { body: world.credentials });
    world.setIntake(true);
    expect(channel).toBeNull();
    expect((checks as ChannelCheck[]).find(({ field }) => field === 'verifyToken')).toMatchObject({
      outcome: 'failed',
      problem: { code: 'channel_verify_token_wrong' },
    });
    expect(await countRows()).toEqual({ endpoints: '0', channels: '0' });
  });

  it('stores the secrets encrypted, bound to their place, and never shows them', async () => {
    const channelId = await world.connect();
    const rows = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
      tx.query<Record<string, string>>(sql`
        select access_token_encrypted, app_secret_encrypted, verify_token_encrypted
        from channels join webhook_endpoints e on e.id = endpoint_id`),
    );
    const stored = JSON.stringify(rows);
    const shown = JSON.stringify(await world.call('getChannel', { params: { channelId } }));
    for (const secret of [
      world.credentials.accessToken,
      world.credentials.appSecret,
      world.credentials.verifyToken,
    ]) {
      expect(stored).not.toContain(secret);
      expect(shown).not.toContain(secret);
    }
    const box = createSecretBox(new Uint8Array(32));
    const place = { workspaceId: 'w', rowId: 'r', column: 'c' };
    await expect(box.open(await box.seal('secret', place), { ...place, rowId: 'other' })).rejects.toThrow(
      'another place',
    );
    expect(world.audit).toContainEqual({ action: 'channel.connected', subjectId: channelId });
  });

  it('reads the templates at once', async () => {
    const { items } = await world.call('listChannels');
    const [channel] = items as Channel[];
    const answer = await world.call('listTemplates', { query: { channelId: channel?.id ?? '' } });
    expect((answer['items'] as unknown[]).length).toBeGreaterThan(3);
  });

  it('refuses a number that is connected already', async () => {
    await expect(world.connect()).rejects.toMatchObject({ code: 'channel_taken' });
    expect(await countRows()).toEqual({ endpoints: '1', channels: '1' });
  });

  it('shares one endpoint between numbers of the same app', async () => {
    const { wabas } = await world.simulator.control.mergeWorld({
      wabas: [{ id: world.wabaId, phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0200' }] }],
    });
    const numbers = wabas.find(({ id }) => id === world.wabaId)?.phoneNumbers ?? [];
    const second = numbers.find(({ id }) => id !== world.credentials.phoneNumberId);
    const { channel } = await world.call('connectChannel', {
      body: { ...world.credentials, phoneNumberId: second?.id ?? '' },
    });
    expect(channel).toMatchObject({ state: 'connected', displayPhoneNumber: '+81 3-5550-0200' });
    expect(await countRows()).toEqual({ endpoints: '1', channels: '2' });
  });
});

describe('an app that demands a proof of its secret', () => {
  it('gets it with every call', async () => {
    const accessToken = 'EAAproof';
    const appSecret = 'proven-secret';
    const { wabas } = await world.simulator.control.mergeWorld({
      wabas: [{ name: 'Proving', phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0300' }] }],
    });
    const waba = wabas.find(({ name }) => name === 'Proving');
    const phoneNumberId = waba?.phoneNumbers[0]?.id ?? '';
    const values = { accessToken, appSecret, phoneNumberId, wabaId: waba?.id ?? '' };
    const { channel } = await world.call('connectChannel', { body: { ...world.credentials, ...values } });
    const channelId = (channel as Channel).id;
    expect(await world.call('refreshChannel', { params: { channelId } })).toMatchObject({
      state: 'connected',
    });
  });
});

describe('an endpoint in memory', () => {
  it('knows its numbers, and forgets a disconnected one at once', async () => {
    const { items } = await world.call('listChannels');
    const [first, second] = items as Channel[];
    const endpointId = first?.webhookUrl.split('/').at(-1) ?? '';
    const endpoint = await world.channels.endpoints.find(endpointId);
    expect(endpoint?.phoneNumberIds.size).toBe(2);
    expect(endpoint?.verifyToken).toBe(world.credentials.verifyToken);
    await world.call('disconnectChannel', { params: { channelId: second?.id ?? '' } });
    await expect
      .poll(async () => (await world.channels.endpoints.find(endpointId))?.phoneNumberIds.size)
      .toBe(1);
    expect(await world.channels.endpoints.find('not-an-id')).toBeUndefined();
  });
});

describe('a number that also lives in the Business app', () => {
  it('goes at its pace and offers nothing that it cannot send', async () => {
    const { items } = await world.call('listChannels');
    const before = (items as Channel[])[0];
    const onBusinessApp = async (is: boolean) => {
      const number = { id: world.credentials.phoneNumberId, onBusinessApp: is };
      await world.simulator.control.mergeWorld({ wabas: [{ id: world.wabaId, phoneNumbers: [number] }] });
      await world.call('refreshChannel', { params: { channelId: before?.id ?? '' } });
      return (await world.call('getChannel', { params: { channelId: before?.id ?? '' } })) as Channel;
    };
    const coexisting = await onBusinessApp(true);
    expect(coexisting).toMatchObject({ onBusinessApp: true, messagesPerSecond: 20 });
    const missing = before?.capabilities.kinds.filter(
      (kind) => !coexisting.capabilities.kinds.includes(kind),
    );
    expect(missing?.sort()).toEqual(['call_button', 'call_permission_request', 'pin']);
    expect((await onBusinessApp(false)).capabilities).toEqual(before?.capabilities);
  });
});

describe('a change of a channel', () => {
  it('waits for another that is under way and keeps what that one has changed', async () => {
    const { items } = await world.call('listChannels');
    const channelId = (items as Channel[])[0]?.id ?? '';
    const { database } = platform;
    const isWaitedFor = async () => {
      const rows = await database.inSystem((tx) =>
        tx.query(sql`
          select from pg_locks waiting join pg_locks has on has.pid = waiting.pid
          where not waiting.granted and has.relation = 'channels'::regclass
            and has.database = (select oid from pg_database where datname = current_database())`),
      );
      return rows.length > 0;
    };
    let renaming: Promise<unknown> | undefined;
    await database.inTenant(world.principal.workspaceId, async (tx) => {
      await tx.execute(
        sql`update channels set state = 'restricted', quality_rating = 'YELLOW' where id = ${channelId}`,
      );
      renaming = world.call('updateChannel', { params: { channelId }, body: { name: 'Front desk' } });
      await expect.poll(isWaitedFor, { timeout: 10_000 }).toBe(true);
    });
    expect(await renaming).toMatchObject({
      name: 'Front desk',
      state: 'restricted',
      qualityRating: 'YELLOW',
    });
  });
});

describe('refreshing', () => {
  it('takes over what Meta changed, and says when the token is no longer accepted', async () => {
    const { items } = await world.call('listChannels');
    const channelId = (items as Channel[])[0]?.id ?? '';
    await world.simulator.control.mergeWorld({
      wabas: [
        {
          id: world.wabaId,
          phoneNumbers: [
            { id: world.credentials.phoneNumberId, qualityRating: 'RED', throughputLevel: 'HIGH' },
          ],
        },
      ],
    });
    const refresh = () => world.call('refreshChannel', { params: { channelId } });
    expect(await refresh()).toMatchObject({ qualityRating: 'RED', messagesPerSecond: 1000 });
    await world.simulator.control.expireTokens();
    expect(await refresh()).toMatchObject({
      state: 'token_expired',
      problem: { code: 'channel_token_expired', providerCode: 190 },
    });
  });
});
