import { routes } from '@renkei/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, signInPerson } from '../../../test/people.ts';
import { TestClock } from '../../../test/test-clock.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { startTestServer, type TestServer } from '../../../test/test-server.ts';
import { Visitor } from '../../../test/visitor.ts';

const clock = new TestClock();
const password = 'correct horse battery';
let platform: TestPlatform;
let server: TestServer;
let owner: Person;
let admin: Person;
let invited = 0;

beforeAll(async () => {
  platform = await createTestPlatform({ clock });
  server = await startTestServer(platform);
  const workspaceId = await platform.createWorkspace();
  owner = await signInPerson(platform, server.url, workspaceId, 'owner');
  admin = await signInPerson(platform, server.url, workspaceId, 'admin');
});

afterAll(async () => {
  await server.close();
  await platform.close();
});

interface Given {
  readonly id: string;
  readonly link: string;
  readonly email: string;
}

async function invite(by: Person = admin, role = 'agent'): Promise<Given & { readonly token: string }> {
  invited += 1;
  const email = `invited-${invited}@example.test`;
  const answer = await by.browser.call(routes.createInvitation, { body: { email, role } });
  expect(answer.status).toBe(201);
  const given = answer.body as Given;
  return { ...given, token: new URL(given.link).searchParams.get('token') ?? '' };
}

function accept(token: string, browser = new Visitor(server.url)) {
  return browser.call(routes.acceptInvitation, { body: { token, name: 'Yuki', password } });
}

const refused = { status: 400, body: { code: 'invitation_invalid' } };

describe('200', () => {
  test('who accepts is a member with the invited role, signed in, and can come back with the password', async () => {
    const { token, email } = await invite(admin, 'admin');
    const browser = new Visitor(server.url);
    expect(await accept(token, browser)).toMatchObject({
      status: 200,
      body: { member: { name: 'Yuki', email, role: 'admin', hasPassword: true } },
    });
    expect((await browser.call(routes.listMembers)).status).toBe(200);
    const again = await new Visitor(server.url).call(routes.signIn, { body: { email, password } });
    expect(again.status).toBe(200);
  });

  test('the list shows what is open and never the link', async () => {
    const open = await invite();
    const { token } = await invite();
    await accept(token);
    const { body } = await admin.browser.call(routes.listInvitations);
    const { items } = body as { items: { id: string }[] };
    expect(items.map((item) => item.id)).toContain(open.id);
    expect(items.every((item) => !('link' in item))).toBe(true);
    expect(JSON.stringify(body)).not.toContain(open.token);
  });
});

describe('400', () => {
  test('of ten who accept one invitation at the same moment, one gets in', async () => {
    const { token } = await invite();
    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(token)));
    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([
      200,
      ...Array(9).fill(400),
    ]);
  });

  test('a revoked, an expired and a replaced invitation let nobody in', async () => {
    const revoked = await invite();
    await admin.browser.call(routes.revokeInvitation, { params: { invitationId: revoked.id } });
    expect(await accept(revoked.token)).toMatchObject(refused);

    const replaced = await invite();
    await admin.browser.call(routes.createInvitation, { body: { email: replaced.email, role: 'agent' } });
    expect(await accept(replaced.token)).toMatchObject(refused);

    const expired = await invite();
    clock.advance(7 * 86_400_000);
    expect(await accept(expired.token)).toMatchObject(refused);
    expect(await accept('nonsense')).toMatchObject(refused);
  });

  test('the invitations of a removed admin die with the membership', async () => {
    const leaving = await signInPerson(platform, server.url, owner.workspaceId, 'admin');
    const { token } = await invite(leaving);
    await owner.browser.call(routes.removeMember, { params: { memberId: leaving.memberId } });
    expect(await accept(token)).toMatchObject(refused);
  });

  test('a short password or a missing name is named', async () => {
    const { token } = await invite();
    const answer = await new Visitor(server.url).call(routes.acceptInvitation, {
      body: { token, name: '', password: 'short' },
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    const { fields } = answer.body as { fields: { path: string }[] };
    expect(fields.map((field) => field.path)).toEqual(['name', 'password']);
  });
});

describe('403', () => {
  test('an admin cannot invite an owner, nor revoke an invitation of one', async () => {
    const body = { email: 'boss@example.test', role: 'owner' };
    expect((await admin.browser.call(routes.createInvitation, { body })).status).toBe(403);
    const { id } = await invite(owner, 'owner');
    const revoke = await admin.browser.call(routes.revokeInvitation, { params: { invitationId: id } });
    expect(revoke.status).toBe(403);
  });
});

describe('404', () => {
  test('an invitation of another workspace is none of ours', async () => {
    const { id } = await invite();
    const elsewhere = await platform.createWorkspace();
    const stranger = await signInPerson(platform, server.url, elsewhere, 'owner');
    const revoke = await stranger.browser.call(routes.revokeInvitation, { params: { invitationId: id } });
    expect(revoke).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

describe('409', () => {
  test('a member is not invited again', async () => {
    const body = { email: owner.email, role: 'agent' };
    expect(await admin.browser.call(routes.createInvitation, { body })).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
    });
  });
});
