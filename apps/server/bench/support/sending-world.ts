import { randomBytes, randomUUID } from 'node:crypto';
import { createSimulatorControl } from '@renkei/simulator';
import { createSecretBox } from '#platform/crypto';
import { type Database, sql } from '#platform/database';

/** A number that may send this much, at the simulator and here. */
export interface SendingNumber {
  readonly messagesPerSecond: number;
  /** Fixed at 20 per second, as Meta has it for numbers that also live in the Business app. */
  readonly onBusinessApp?: boolean;
}

export interface SendingWorld {
  readonly workspaceId: string;
  readonly endpointId: string;
  readonly channels: readonly {
    readonly channelId: string;
    readonly phoneNumberId: string;
    readonly messagesPerSecond: number;
    /** Their windows are open. */
    readonly conversationIds: readonly string[];
  }[];
}

/** For server processes that open what is sealed here. */
export const masterKey = new Uint8Array(randomBytes(32));
export const secretBox = createSecretBox(masterKey);
const accessToken = 'EAAbench';

/**
 * Numbers at the simulator and in the database, each with customers who have just written. Numbers other than Meta's
 * usual 80 per second share one higher rate.
 */
export async function createSendingWorld(
  database: Database,
  graphUrl: string,
  numbers: readonly SendingNumber[],
  conversationsPerNumber: number,
): Promise<SendingWorld> {
  const control = createSimulatorControl(graphUrl);
  const highest = Math.max(...numbers.map(({ messagesPerSecond }) => messagesPerSecond));
  await control.setSettings({ rates: { highNumberPerSecond: highest }, everyoneIsOnWhatsApp: true });
  const phoneNumbers = numbers.map(({ messagesPerSecond, onBusinessApp = false }, index) => ({
    displayPhoneNumber: `+81 3-5550-01${String(index).padStart(2, '0')}`,
    throughputLevel: messagesPerSecond === highest ? ('HIGH' as const) : ('STANDARD' as const),
    onBusinessApp,
  }));
  const { wabas } = await control.mergeWorld({ wabas: [{ phoneNumbers }], apps: [{ accessToken }] });
  const [waba] = wabas;
  if (!waba) throw new Error('The simulator made no account');
  const workspaceId = randomUUID();
  const endpointId = await insertWorkspace(database, workspaceId);
  const channels = [];
  for (const [index, { messagesPerSecond, onBusinessApp = false }] of numbers.entries()) {
    const phoneNumberId = waba.phoneNumbers[index]?.id ?? '';
    const number = { endpointId, phoneNumberId, wabaId: waba.id, messagesPerSecond, onBusinessApp };
    const channelId = await insertChannel(database, workspaceId, number);
    const conversationIds = await insertConversations(
      database,
      { workspaceId, channelId, index },
      conversationsPerNumber,
    );
    channels.push({ channelId, phoneNumberId, messagesPerSecond, conversationIds });
  }
  return { workspaceId, endpointId, channels };
}

async function insertWorkspace(database: Database, workspaceId: string): Promise<string> {
  const endpointId = randomUUID();
  const seal = (column: string) => secretBox.seal('bench', { workspaceId, rowId: endpointId, column });
  await database.inTenant(workspaceId, async (tx) => {
    await tx.execute(
      sql`insert into workspaces (workspace_id, name, created_at) values (${workspaceId}, 'Bench', now())`,
    );
    await tx.execute(sql`
      insert into webhook_endpoints (workspace_id, id, provider, app_secret_encrypted, verify_token_encrypted, created_at)
      values (${workspaceId}, ${endpointId}, 'cloud-api', ${await seal('app_secret_encrypted')},
        ${await seal('verify_token_encrypted')}, now())`);
  });
  return endpointId;
}

interface NewChannel extends Required<SendingNumber> {
  readonly endpointId: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
}

async function insertChannel(database: Database, workspaceId: string, channel: NewChannel): Promise<string> {
  const id = randomUUID();
  const sealed = await secretBox.seal(accessToken, {
    workspaceId,
    rowId: id,
    column: 'access_token_encrypted',
  });
  await database.inTenant(workspaceId, (tx) =>
    tx.execute(sql`
      insert into channels (workspace_id, id, provider, name, phone_number_id, waba_id, phone_number,
        display_phone_number, endpoint_id, access_token_encrypted, state, state_since, messages_per_second,
        on_business_app, created_at)
      values (${workspaceId}, ${id}, 'cloud-api', 'Bench', ${channel.phoneNumberId}, ${channel.wabaId},
        ${channel.phoneNumberId}, '+81', ${channel.endpointId}, ${sealed}, 'connected', now(),
        ${channel.messagesPerSecond}, ${channel.onBusinessApp}, now())`),
  );
  return id;
}

async function insertConversations(
  database: Database,
  { workspaceId, channelId, index }: { workspaceId: string; channelId: string; index: number },
  count: number,
): Promise<readonly string[]> {
  const firstPhone = 819_000_000_000 + index * 1_000_000;
  const rows = await database.inTenant(workspaceId, (tx) =>
    tx.query<{ id: string }>(sql`
      with people as (
        insert into contacts (workspace_id, id, created_at)
        select ${workspaceId}, gen_random_uuid(), now() from generate_series(1, ${count}::integer)
        returning id)
      insert into conversations (workspace_id, id, channel_id, contact_id, recipient_phone, last_inbound_at,
        window_closes_at, created_at)
      select ${workspaceId}, gen_random_uuid(), ${channelId}, id, (${firstPhone} + row_number() over ())::text, now(),
        now() + interval '1 day', now() from people
      returning id`),
  );
  return rows.map(({ id }) => id);
}
