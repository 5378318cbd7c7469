import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Role } from '@renkei/contract';
import type { BlobStore } from '#platform/blob';
import type { SecretBox } from '#platform/crypto';
import { sql, type TenantTransaction } from '#platform/database';
import type { TestPlatform } from './test-platform.ts';

export interface WorldMember {
  readonly memberId: string;
  readonly cookie: string;
}

/** A workspace with one of everything that a route can name, every text in it marked as its own. */
export interface World {
  readonly workspaceId: string;
  /** Stands in every text of this workspace and nowhere else. */
  readonly mark: string;
  /** By the name of the path parameter or field that asks for such a thing. */
  readonly ids: Readonly<Record<string, string>>;
  readonly owner: WorldMember;
  readonly admin: WorldMember;
  readonly agent: WorldMember;
  readonly removed: WorldMember;
  readonly expired: WorldMember;
}

interface WorldGround {
  readonly platform: TestPlatform;
  readonly secretBox: SecretBox;
  readonly blobs: BlobStore;
}

const dayMs = 86_400_000;

export async function createWorld({ platform, secretBox, blobs }: WorldGround): Promise<World> {
  const mark = `mark${randomBytes(8).toString('hex')}`;
  const workspaceId = await platform.createWorkspace(mark);
  const { sha256 } = await blobs.put(workspaceId, Readable.from([Buffer.from(mark)]), 1_000);
  const channelId = randomUUID();
  const endpointId = randomUUID();
  const seal = (rowId: string, column: string) => secretBox.seal('secret', { workspaceId, rowId, column });
  const secrets = {
    accessToken: await seal(channelId, 'access_token_encrypted'),
    appSecret: await seal(endpointId, 'app_secret_encrypted'),
    verifyToken: await seal(endpointId, 'verify_token_encrypted'),
  };
  return platform.database.inTenant(workspaceId, async (transaction) => {
    const person = (role: Role, ends: MemberEnds = {}) => insertMember(transaction, mark, role, ends);
    const members = {
      owner: await person('owner'),
      admin: await person('admin'),
      agent: await person('agent'),
      removed: await person('agent', { removedAt: new Date() }),
      expired: await person('owner', { expiresAt: new Date(Date.now() - dayMs) }),
    };
    const subject = await person('agent');
    const things = await insertThings(transaction, { mark, channelId, endpointId, secrets, sha256 });
    const invitationId = await insertInvitation(transaction, mark, members.owner.memberId);
    const ids = {
      ...things,
      invitationId,
      memberId: subject.memberId,
      assigneeId: subject.memberId,
      replyToMessageId: things.messageId,
      messageIds: things.messageId,
    };
    return { workspaceId, mark, ids, ...members };
  });
}

/** Ids that are well-formed and lead nowhere. */
export function missingIds(world: World): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(world.ids).map((name) => [
      name,
      name === 'rawEventId' ? '9000000000000000000' : randomUUID(),
    ]),
  );
}

interface MemberEnds {
  readonly removedAt?: Date;
  readonly expiresAt?: Date;
}

async function insertMember(
  transaction: TenantTransaction,
  mark: string,
  role: Role,
  { removedAt, expiresAt = new Date(Date.now() + 30 * dayMs) }: MemberEnds,
): Promise<WorldMember> {
  const { workspaceId } = transaction;
  const memberId = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  await transaction.execute(sql`
    insert into members (workspace_id, id, email, name, role, created_at, removed_at)
    values (${workspaceId}, ${memberId}, ${`${mark}-${memberId}@example.test`}, ${mark}, ${role}, now(),
            ${removedAt ?? null})`);
  await transaction.execute(sql`
    insert into sessions (workspace_id, id, member_id, token_hash, user_agent, created_at, expires_at)
    values (${workspaceId}, ${randomUUID()}, ${memberId}, ${createHash('sha256').update(secret).digest()}, '',
            now(), ${expiresAt})`);
  return { memberId, cookie: `${workspaceId}.${secret}` };
}

async function insertInvitation(
  transaction: TenantTransaction,
  mark: string,
  invitedBy: string,
): Promise<string> {
  const invitationId = randomUUID();
  await transaction.execute(sql`
    insert into invitations (workspace_id, id, email, role, token_hash, invited_by, created_at, expires_at)
    values (${transaction.workspaceId}, ${invitationId}, ${`${mark}@example.test`}, 'agent', ${randomBytes(32)},
            ${invitedBy}, now(), now() + interval '1 day')`);
  return invitationId;
}

interface ThingsInput {
  readonly mark: string;
  readonly channelId: string;
  readonly endpointId: string;
  readonly secrets: {
    readonly accessToken: string;
    readonly appSecret: string;
    readonly verifyToken: string;
  };
  readonly sha256: string;
}

async function insertThings(transaction: TenantTransaction, { mark, ...given }: ThingsInput) {
  const { workspaceId } = transaction;
  const { channelId, endpointId, secrets } = given;
  const [contactId, conversationId, messageId, mediaId, templateId, batchId, hookId, eventId] = Array.from(
    { length: 8 },
    () => randomUUID(),
  );
  const phoneNumber = `8190${randomBytes(4).readUInt32BE().toString().padStart(10, '0').slice(0, 8)}`;
  const statements = [
    sql`insert into webhook_endpoints (workspace_id, id, provider, app_secret_encrypted, verify_token_encrypted, created_at)
        values (${workspaceId}, ${endpointId}, 'cloud-api', ${secrets.appSecret}, ${secrets.verifyToken}, now())`,
    sql`insert into channels (workspace_id, id, provider, name, phone_number_id, waba_id, phone_number,
          display_phone_number, endpoint_id, access_token_encrypted, state, state_since, messages_per_second, created_at)
        values (${workspaceId}, ${channelId}, 'cloud-api', ${mark}, ${mark}, ${mark}, '815012345678',
          '+81 50-1234-5678', ${endpointId}, ${secrets.accessToken}, 'connected', now(), 80, now())`,
    sql`insert into templates (workspace_id, id, waba_id, provider_template_id, name, language, category, status,
          components, parameter_format, synced_at)
        values (${workspaceId}, ${templateId}, ${mark}, ${mark}, ${mark}, 'ja', 'UTILITY', 'APPROVED',
          ${JSON.stringify([{ type: 'BODY', text: mark }])}, 'POSITIONAL', now())`,
    sql`insert into contacts (workspace_id, id, profile_name, note, created_at)
        values (${workspaceId}, ${contactId}, ${mark}, ${mark}, now())`,
    sql`insert into identities (workspace_id, kind, value, contact_id, created_at)
        values (${workspaceId}, 'phone', ${phoneNumber}, ${contactId}, now())`,
    sql`insert into media (workspace_id, id, state, kind, mime_type, size_bytes, sha256, file_name, thumbnail_sha256, created_at)
        values (${workspaceId}, ${mediaId}, 'stored', 'document', 'text/plain', ${mark.length}, ${given.sha256},
          ${mark}, ${given.sha256}, now())`,
    sql`insert into conversations (workspace_id, id, channel_id, contact_id, unread_count, recipient_phone,
          last_inbound_at, window_closes_at, last_message_id, last_message_at, created_at)
        values (${workspaceId}, ${conversationId}, ${channelId}, ${contactId}, 1, ${phoneNumber}, now(),
          now() + interval '1 day', ${messageId}, now(), now())`,
    sql`insert into messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content,
          preview, state, provider_message_id, shown_at, arrival, media_id, created_at)
        values (${workspaceId}, ${messageId}, ${conversationId}, ${channelId}, ${contactId}, 'outbound', 'text',
          ${JSON.stringify({ kind: 'text', body: mark, previewUrl: false })}, ${mark}, 'failed',
          null, now(), nextval('message_arrival'), null, now())`,
    sql`insert into message_batches (workspace_id, id, channel_id, name, origin, created_at)
        values (${workspaceId}, ${batchId}, ${channelId}, ${mark}, 'campaign', now())`,
    sql`insert into hooks (workspace_id, id, url, description, event_types, secret_encrypted, state, created_at)
        values (${workspaceId}, ${hookId}, ${`https://${mark}.example.test/`}, ${mark}, '{contact.updated}',
          ${secrets.appSecret}, 'enabled', now())`,
    sql`insert into hook_deliveries (workspace_id, hook_id, event_id, event_type, occurred_at, payload, state, next_at)
        values (${workspaceId}, ${hookId}, ${eventId}, 'contact.updated', now(), ${JSON.stringify({ mark })}, 'given_up', now())`,
    sql`insert into account_events (workspace_id, id, dedup_key, field, value, raw_event_id, occurred_at)
        values (${workspaceId}, ${randomUUID()}, ${randomBytes(32)}, 'account_update', ${JSON.stringify({ mark })}, 1, now())`,
    sql`insert into events (workspace_id, number, type, data, created_at)
        values (${workspaceId}, 1, 'contact.updated', ${JSON.stringify({ type: 'contact.updated', contactId })}, now())`,
    sql`insert into event_counters (workspace_id, last_number) values (${workspaceId}, 1)`,
  ];
  for (const statement of statements) await transaction.execute(statement);
  const rawEventId = await insertQuarantined(transaction, mark, endpointId);
  return {
    channelId,
    contactId: contactId ?? '',
    conversationId: conversationId ?? '',
    messageId: messageId ?? '',
    mediaId: mediaId ?? '',
    rawEventId,
    batchId: batchId ?? '',
    hookId: hookId ?? '',
    eventId: eventId ?? '',
    // Of a published file: made by us alone, so this one opens nothing.
    token: 'made-up',
  };
}

async function insertQuarantined(
  transaction: TenantTransaction,
  mark: string,
  endpointId: string,
): Promise<string> {
  const { workspaceId } = transaction;
  const [row] = await transaction.query<{ id: string }>(sql`
    insert into raw_events (workspace_id, received_at, id, endpoint_id, body)
    values (${workspaceId}, now(), nextval('raw_event_id'), ${endpointId}, ${Buffer.from(mark)}) returning id`);
  const id = row?.id ?? '';
  await transaction.execute(sql`
    insert into raw_event_jobs (workspace_id, raw_event_id, received_at, run_at, quarantined_at, reason)
    values (${workspaceId}, ${id}, now(), now(), now(), ${mark})`);
  return id;
}
