import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Role, routes } from '@renkei/contract';
import { sql } from '#platform/database';
import type { TestPlatform } from './test-platform.ts';
import { Visitor } from './visitor.ts';

export interface Person {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly email: string;
  readonly browser: Visitor;
}

/** A member of a workspace, signed in by a link over HTTP. */
export async function signInPerson(
  platform: TestPlatform,
  url: string,
  workspaceId: string,
  role: Role,
): Promise<Person> {
  const memberId = await createMember(platform, workspaceId, role);
  const browser = new Visitor(url);
  const token = await createSignInToken(platform, workspaceId, memberId);
  const answer = await browser.call(routes.redeemSignInLink, { body: { token, language: 'en' } });
  if (answer.status !== 200) throw new Error(`The sign-in answered ${answer.status}`);
  return { workspaceId, memberId, email: emailOf(memberId), browser };
}

export async function createMember(platform: TestPlatform, workspaceId: string, role: Role): Promise<string> {
  const memberId = randomUUID();
  await platform.database.inTenant(workspaceId, (transaction) =>
    transaction.execute(sql`
      insert into members (workspace_id, id, email, name, role, created_at)
      values (${workspaceId}, ${memberId}, ${emailOf(memberId)}, ${`Test ${role}`}, ${role},
              ${platform.clock.now()})`),
  );
  return memberId;
}

/** A token of a one-time link that is good for a day. */
export async function createSignInToken(
  platform: TestPlatform,
  workspaceId: string,
  memberId: string,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const now = platform.clock.now();
  await platform.database.inTenant(workspaceId, (transaction) =>
    transaction.execute(sql`
      insert into sign_in_links (workspace_id, token_hash, member_id, created_at, expires_at)
      values (${workspaceId}, ${createHash('sha256').update(secret).digest()}, ${memberId}, ${now},
              ${new Date(now.getTime() + 86_400_000)})`),
  );
  return `${workspaceId}.${secret}`;
}

function emailOf(memberId: string): string {
  return `${memberId}@example.test`;
}
