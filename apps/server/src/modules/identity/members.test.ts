import { routes } from '@renkei/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { type Person, signInPerson } from '../../../test/people.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { startTestServer, type TestServer } from '../../../test/test-server.ts';

let platform: TestPlatform;
let server: TestServer;
let workspaceId: string;
let owner: Person;
let admin: Person;
let agent: Person;

beforeAll(async () => {
  platform = await createTestPlatform();
  server = await startTestServer(platform);
});

beforeEach(async () => {
  workspaceId = await platform.createWorkspace();
  owner = await signInPerson(platform, server.url, workspaceId, 'owner');
  admin = await signInPerson(platform, server.url, workspaceId, 'admin');
  agent = await signInPerson(platform, server.url, workspaceId, 'agent');
});

afterAll(async () => {
  await server.close();
  await platform.close();
});

const setRole = (by: Person, memberId: string, role: unknown) =>
  by.browser.call(routes.updateMember, { params: { memberId }, body: { role } });
const remove = (by: Person, memberId: string) =>
  by.browser.call(routes.removeMember, { params: { memberId } });

async function auditOf(subjectId: string) {
  return platform.database.inTenant(workspaceId, (transaction) =>
    transaction.query<{ action: string; member_id: string | null; detail: unknown }>(
      sql`select action, member_id, detail from audit_log where subject_id = ${subjectId} order by created_at`,
    ),
  );
}

describe('200', () => {
  test('an agent sees who is in the workspace, and nobody of another one', async () => {
    const elsewhere = await platform.createWorkspace();
    await signInPerson(platform, server.url, elsewhere, 'owner');
    const { body } = await agent.browser.call(routes.listMembers);
    const ids = (body as { items: { id: string }[] }).items.map((member) => member.id);
    expect(ids).toEqual([owner.memberId, admin.memberId, agent.memberId]);
  });

  test('a role counts from the next request on, and who changed it is on record', async () => {
    expect(await setRole(admin, agent.memberId, 'admin')).toMatchObject({
      status: 200,
      body: { id: agent.memberId, role: 'admin' },
    });
    expect((await agent.browser.call(routes.listInvitations)).status).toBe(200);
    await setRole(admin, agent.memberId, 'agent');
    expect((await agent.browser.call(routes.listInvitations)).status).toBe(403);
    expect(await auditOf(agent.memberId)).toMatchObject([
      {
        action: 'member.update',
        member_id: admin.memberId,
        detail: { role: { from: 'agent', to: 'admin' } },
      },
      { action: 'member.update', detail: { role: { from: 'admin', to: 'agent' } } },
    ]);
  });

  test('a removed member is out at once and keeps a name', async () => {
    expect((await remove(admin, agent.memberId)).status).toBe(200);
    expect((await agent.browser.call(routes.getSession)).status).toBe(401);
    expect(await auditOf(agent.memberId)).toMatchObject([{ action: 'member.remove' }]);
    const names = await platform.database.inTenant(workspaceId, (transaction) =>
      transaction.query(sql`select name from members where id = ${agent.memberId}`),
    );
    expect(names).toEqual([{ name: 'Test agent' }]);
  });

  test('an owner may go when another one stays', async () => {
    expect((await setRole(owner, admin.memberId, 'owner')).status).toBe(200);
    expect((await remove(owner, owner.memberId)).status).toBe(200);
    expect((await owner.browser.call(routes.getSession)).status).toBe(401);
  });
});

describe('403', () => {
  test('an admin neither makes, nor changes, nor removes an owner', async () => {
    for (const answer of [
      await setRole(admin, agent.memberId, 'owner'),
      await setRole(admin, admin.memberId, 'owner'),
      await setRole(admin, owner.memberId, 'agent'),
      await remove(admin, owner.memberId),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });

  test('an agent changes nobody, not even themselves', async () => {
    expect((await setRole(agent, agent.memberId, 'admin')).status).toBe(403);
    expect((await remove(agent, admin.memberId)).status).toBe(403);
  });
});

describe('404', () => {
  test('a member of another workspace is nobody here', async () => {
    const elsewhere = await platform.createWorkspace();
    const stranger = await signInPerson(platform, server.url, elsewhere, 'agent');
    for (const memberId of [stranger.memberId, 'not-an-id']) {
      expect(await setRole(owner, memberId, 'admin')).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      });
      expect((await remove(owner, memberId)).status).toBe(404);
    }
    expect((await stranger.browser.call(routes.getSession)).status).toBe(200);
  });
});

describe('409', () => {
  test('the last owner stays, also when two owners step down at the same moment', async () => {
    expect(await remove(owner, owner.memberId)).toMatchObject({ status: 409, body: { code: 'last_owner' } });
    expect((await setRole(owner, owner.memberId, 'admin')).status).toBe(409);

    const second = await signInPerson(platform, server.url, workspaceId, 'owner');
    const answers = await Promise.all([
      setRole(owner, owner.memberId, 'agent'),
      remove(second, second.memberId),
    ]);
    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });
});
