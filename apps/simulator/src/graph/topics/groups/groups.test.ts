import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { png } from '../../../testing/sample-files.ts';
import { startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

const people = Array.from({ length: 10 }, (_, index) => ({ waId: `81901234560${index}`, name: `P${index}` }));
const fields = [
  'messages',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
];

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld({ app: { fields }, customers: people });
  await world.simulator.control.mergeWorld({
    wabas: [{ id: world.wabaId, phoneNumbers: [{ id: world.phoneNumberId, isOfficial: true }] }],
  });
});
afterAll(() => world.stop());

const whatsapp = { messaging_product: 'whatsapp' } as const;
const bodySchema = z.object({
  entry: z.array(z.object({ changes: z.array(z.object({ field: z.string(), value: z.looseObject({}) })) })),
});
const groupEventSchema = z.looseObject({ groups: z.array(z.looseObject({ type: z.string() })) });

/** Every group event told so far of one type. */
const told = async (type: string) => {
  await world.simulator.control.settle();
  const changes = world.receiver.received.flatMap(({ body }) =>
    bodySchema.parse(JSON.parse(body)).entry.flatMap((entry) => entry.changes),
  );
  return changes
    .filter(({ field }) => field.startsWith('group_'))
    .flatMap(({ value }) => groupEventSchema.parse(value).groups)
    .filter((event) => event.type === type);
};
const createGroup = async (more: object = {}) => {
  const input = { ...whatsapp, subject: ' Glaze club ', ...more };
  const { body } = await world.graph('POST', `/v25.0/${world.phoneNumberId}/groups`, input);
  const { request_id: requestId } = Object(body);
  const event = (await told('group_create')).find(({ request_id }) => request_id === requestId);
  return { id: String(event?.group_id), link: String(event?.invite_link), event };
};
const join = (waId: string, link: string) => world.phone('POST', `/phones/${waId}/join-group`, { link });
const read = async (id: string) =>
  (
    await world.graph(
      'GET',
      `/${id}?fields=subject,description,participants,join_approval_mode,suspended,creation_timestamp,total_participant_count`,
    )
  ).body;

describe('the life of a group', () => {
  test('is asked for, told by webhook, listed, read, and deleted', async () => {
    const { id, link, event } = await createGroup({ description: 'Monthly tests' });
    expect(event).toMatchObject({ subject: 'Glaze club', join_approval_mode: 'auto_approve' });
    expect(link).toMatch(/^https:\/\/chat\.whatsapp\.com\/\w+$/);
    const list = await world.graph('GET', `/${world.phoneNumberId}/groups`);
    expect(list.body).toMatchObject({ data: { groups: [{ id, subject: 'Glaze club' }] } });
    expect((await world.graph('GET', `/${id}`)).body).toEqual({ ...whatsapp, id });
    expect(await read(id)).toMatchObject({ participants: [], total_participant_count: 0, suspended: false });
    const { body } = await world.graph('DELETE', `/${id}`);
    expect(body).toEqual({ ...whatsapp, request_id: expect.stringMatching(/^REQ/) });
    expect(await told('group_delete')).toMatchObject([{ group_id: id }]);
    expect((await world.graph('GET', `/${id}`)).body.error.code).toBe(131041);
  });

  test('only official business accounts have groups', async () => {
    await world.simulator.control.mergeWorld({
      wabas: [{ id: world.wabaId, phoneNumbers: [{ id: '700000000000003' }] }],
    });
    const answer = await world.graph('POST', '/700000000000003/groups', { ...whatsapp, subject: 'x' });
    expect([answer.status, answer.body.error.code]).toEqual([400, 131215]);
  });

  test.each([
    [{ ...whatsapp }, 'The parameter subject is required.'],
    [{ ...whatsapp, subject: '  ' }, 'Param subject must be'],
    [{ ...whatsapp, subject: 'x'.repeat(129) }, 'Param subject must be at most 128 characters long.'],
    [{ ...whatsapp, subject: 'x', join_approval_mode: 'maybe' }, 'Param join_approval_mode must be one of'],
  ])('%j is refused with 100', async (input, message) => {
    const { body } = await world.graph('POST', `/${world.phoneNumberId}/groups`, input);
    expect(body.error.message).toContain(message);
  });

  test('a list is walked by cursors, a broken one is 131059', async () => {
    await createGroup({ subject: 'A' });
    await createGroup({ subject: 'B' });
    const path = `/${world.phoneNumberId}/groups?limit=1`;
    const first = await world.graph('GET', path);
    const { after } = Object(first.body.paging?.cursors);
    const second = await world.graph('GET', `${path}&after=${after}`);
    expect(second.body).not.toEqual(first.body);
    expect((await world.graph('GET', `${path}&after=nonsense`)).body.error.code).toBe(131059);
  });
});

describe('joining and leaving', () => {
  test('by invite link, up to eight; who is removed cannot come back', async () => {
    const { id, link } = await createGroup();
    for (const { waId } of people.slice(0, 8)) {
      expect((await join(waId, link)).body).toMatchObject({ outcome: 'joined', groupId: id });
    }
    expect((await join('819012345608', link)).body).toEqual({ outcome: 'full' });
    const added = (await told('group_participants_add')).filter(({ group_id }) => group_id === id);
    expect(added).toHaveLength(8);
    expect(added[0]).toMatchObject({
      reason: 'invite_link',
      added_participants: [{ wa_id: '819012345600' }],
    });
    const removal = await world.graph('DELETE', `/${id}/participants`, {
      ...whatsapp,
      participants: [{ user: '+819012345600' }, { user: '819012345609' }],
    });
    expect(removal.body).toMatchObject({ request_id: expect.any(String) });
    const [removed] = await told('group_participants_remove');
    expect(removed).toMatchObject({
      initiated_by: 'business',
      removed_participants: [{ input: '+819012345600' }],
      failed_participants: [{ input: '819012345609', errors: [{ code: 131212 }] }],
      errors: [{ code: 131201 }],
    });
    expect((await join('819012345600', link)).body).toEqual({ outcome: 'not_allowed' });
    expect(await read(id)).toMatchObject({ total_participant_count: 7 });
  });

  test('a person may leave, which is told as their own doing', async () => {
    const { id, link } = await createGroup();
    await join('819012345601', link);
    await world.phone('POST', '/phones/819012345601/leave-group', { groupId: id });
    const events = (await told('group_participants_remove')).filter(({ group_id }) => group_id === id);
    expect(events).toMatchObject([
      { initiated_by: 'participant', removed_participants: [{ wa_id: '819012345601' }] },
    ]);
  });

  test('with approval: asked, listed, approved or rejected one by one (206 when mixed)', async () => {
    const { id, link } = await createGroup({ join_approval_mode: 'approval_required' });
    for (const waId of ['819012345602', '819012345603', '819012345604']) {
      expect((await join(waId, link)).body).toMatchObject({ outcome: 'requested' });
    }
    const { body } = await world.graph('GET', `/${id}/join_requests`);
    const [first, second, third] = z
      .array(z.looseObject({ join_request_id: z.string(), wa_id: z.string() }))
      .parse(body.data);
    expect(first).toMatchObject({ wa_id: '819012345602', creation_timestamp: expect.any(Number) });
    const approved = await world.graph('POST', `/${id}/join_requests`, {
      ...whatsapp,
      join_requests: [first?.join_request_id, '999'],
    });
    expect(approved.status).toBe(206);
    expect(approved.body).toMatchObject({
      approved_join_requests: [first?.join_request_id],
      failed_join_requests: [{ join_request_id: '999', errors: [{ code: 131213 }] }],
    });
    const rejected = await world.graph('DELETE', `/${id}/join_requests`, {
      ...whatsapp,
      join_requests: [second?.join_request_id],
    });
    expect(rejected.body).toEqual({ ...whatsapp, rejected_join_requests: [second?.join_request_id] });
    await world.phone('POST', '/phones/819012345604/leave-group', { groupId: id });
    expect(await told('group_join_request_revoked')).toMatchObject([
      { join_request_id: third?.join_request_id },
    ]);
    expect(await read(id)).toMatchObject({ participants: [{ wa_id: '819012345602' }] });
  });

  test('an old invite link dies when a new one is made, and deletion leaves none', async () => {
    const { id, link } = await createGroup();
    const { body } = await world.graph('POST', `/${id}/invite_link`);
    const { invite_link: fresh } = Object(body);
    expect((await join('819012345605', link)).body).toEqual({ outcome: 'unknown_link' });
    expect((await join('819012345605', fresh)).body).toMatchObject({ outcome: 'joined' });
    expect((await world.graph('GET', `/${id}/invite_link`)).body).toEqual({
      ...whatsapp,
      invite_link: fresh,
    });
    expect((await world.graph('DELETE', `/${id}/invite_link`)).body).toEqual({
      ...whatsapp,
      success: 'true',
    });
    expect((await world.graph('GET', `/${id}/invite_link`)).body.error.code).toBe(100);
  });
});

test('subject and picture change one by one: the picture must be a square JPEG', async () => {
  const { id } = await createGroup();
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('subject', 'Glaze club 2026');
  form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'p.png');
  await world.graph('POST', `/${id}`, form);
  const jpeg = ({ width, height }: { readonly width: number; readonly height: number }) => {
    const bytes = Buffer.from('ffd8ffc0001108000000000301220002110103110100', 'hex');
    bytes.writeUInt16BE(height, 7);
    bytes.writeUInt16BE(width, 9);
    return bytes;
  };
  for (const size of [
    { width: 200, height: 100 },
    { width: 100, height: 100 },
    { width: 200, height: 200 },
  ]) {
    const picture = new FormData();
    picture.set('messaging_product', 'whatsapp');
    picture.set('file', new Blob([new Uint8Array(jpeg(size))], { type: 'image/jpeg' }), 'p.jpg');
    await world.graph('POST', `/${id}`, picture);
  }
  expect(await told('group_settings_update')).toMatchObject([
    {
      group_subject: { text: 'Glaze club 2026', update_successful: true },
      profile_picture: { update_successful: false, errors: [{ code: 131009 }] },
    },
    { profile_picture: { update_successful: false, errors: [{ code: 131209 }] } },
    { profile_picture: { update_successful: false, errors: [{ code: 131210 }] } },
    { profile_picture: { update_successful: true } },
  ]);
  expect(await read(id)).toMatchObject({ subject: 'Glaze club 2026' });
});

test('a group that Meta suspends can be read but not changed (131207), until it may go on', async () => {
  const { id, link } = await createGroup();
  await world.simulator.control.decide({ decision: 'group-suspension', groupId: id, isSuspended: true });
  expect(await read(id)).toMatchObject({ suspended: true });
  const refused = await world.graph('POST', `/${id}`, { ...whatsapp, subject: 'New' });
  expect([refused.status, refused.body.error.code]).toEqual([403, 131207]);
  expect((await join('819012345606', link)).body).toEqual({ outcome: 'suspended' });
  await world.simulator.control.decide({ decision: 'group-suspension', groupId: id, isSuspended: false });
  expect(await told('group_suspend_cleared')).toMatchObject([{ group_id: id }]);
  expect((await join('819012345606', link)).body).toMatchObject({ outcome: 'joined' });
});
