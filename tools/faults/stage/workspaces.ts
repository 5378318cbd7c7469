import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Client, createClient } from '@renkei/sdk';
import type { SimulatorControl } from '@renkei/simulator';
import type { RunRecord } from '../record.ts';
import type { StageDatabase } from './database.ts';

/** A tenant of the stage with one connected number. Two of them are in every run. */
export interface StageWorkspace {
  readonly name: 'A' | 'B';
  readonly workspaceId: string;
  readonly channelId: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly webhookUrl: string;
  /** As its owner. */
  readonly api: Client;
  readonly cookie: string;
  /** Stands in every text of this workspace, either way, and nowhere else. */
  readonly canary: string;
  /** Digits of its n-th customer. No two workspaces share one. */
  customer(index: number): string;
}

interface WorkspaceGround {
  readonly database: StageDatabase;
  readonly control: SimulatorControl;
  readonly serverUrl: string;
  readonly record: RunRecord;
}

/** An approved marketing template of every stage. */
export const offerTemplate = { name: 'faults_offer', language: 'en' } as const;

const numbers = { A: '+1 202-555-0143', B: '+1 202-555-0144' } as const;
const customerPrefixes = { A: '120255', B: '120256' } as const;

export async function openWorkspace(ground: WorkspaceGround, name: 'A' | 'B'): Promise<StageWorkspace> {
  const workspaceId = randomUUID();
  const cookie = await signIn(ground, workspaceId, await createOwner(ground.database, workspaceId, name));
  const fetch = watchAnswers(ground.record);
  const api = createClient({ baseUrl: ground.serverUrl, fetch, headers: { cookie } });
  const connected = await connectNumber(ground, api, name);
  return {
    name,
    workspaceId,
    ...connected,
    api,
    cookie,
    canary: `canary${randomBytes(6).toString('hex')}`,
    customer: (index) => `${customerPrefixes[name]}${String(10_000 + index)}`,
  };
}

/** An answer of 500 is never right, whatever was broken: what cannot be done now is 503. */
function watchAnswers(record: RunRecord): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.status === 503) record.unavailable += 1;
    if (response.status === 500) {
      const text = await response.clone().text();
      const requestId = /"requestId":"([^"]+)"/.exec(text)?.[1] ?? text;
      record.failedAnswers.push({
        request: `${init?.method ?? 'GET'} ${input instanceof Request ? input.url : input.toString()}`,
        requestId,
      });
    }
    return response;
  };
}

/** Gives the token of a link that signs the owner in. */
async function createOwner(database: StageDatabase, workspaceId: string, name: string): Promise<string> {
  const memberId = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  await database.query('insert into workspaces (workspace_id, name, created_at) values ($1, $2, now())', [
    workspaceId,
    `Faults ${name}`,
  ]);
  await database.query(
    `insert into members (workspace_id, id, email, name, role, created_at) values ($1, $2, $3, 'Owner', 'owner', now())`,
    [workspaceId, memberId, `owner-${name.toLowerCase()}@example.test`],
  );
  await database.query(
    `insert into sign_in_links (workspace_id, token_hash, member_id, created_at, expires_at)
     values ($1, $2, $3, now(), now() + interval '1 day')`,
    [workspaceId, createHash('sha256').update(secret).digest(), memberId],
  );
  return secret;
}

async function signIn({ serverUrl }: WorkspaceGround, workspaceId: string, secret: string): Promise<string> {
  const response = await fetch(`${serverUrl}/v1/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: `${workspaceId}.${secret}`, language: 'en' }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`The sign-in link was refused: ${await response.text()}`);
  await response.arrayBuffer();
  return cookie;
}

async function connectNumber({ control }: WorkspaceGround, api: Client, name: 'A' | 'B') {
  const secret = randomBytes(16).toString('hex');
  const made = await control.mergeWorld({ apps: [{ name: `Faults ${name}`, secret }] });
  const app = made.apps.find((one) => one.name === `Faults ${name}`);
  if (!app?.accessToken) throw new Error('The simulator made no app.');
  const world = await control.mergeWorld({
    wabas: [
      {
        name: `Faults ${name}`,
        phoneNumbers: [{ displayPhoneNumber: numbers[name] }],
        subscribedApps: [app.id],
        templates: [
          {
            ...offerTemplate,
            category: 'MARKETING',
            status: 'APPROVED',
            components: [{ type: 'BODY', text: 'Everything at half price.' }],
          },
        ],
      },
    ],
  });
  const waba = world.wabas.find((one) => one.name === `Faults ${name}`);
  const phoneNumberId = waba?.phoneNumbers[0]?.id;
  if (!waba || !phoneNumberId) throw new Error('The simulator made no number.');
  const { channel, checks } = await api.call('connectChannel', {
    body: {
      accessToken: app.accessToken,
      appSecret: secret,
      phoneNumberId,
      wabaId: waba.id,
      verifyToken: `faults-verify-token-${name}`,
    },
  });
  if (!channel) throw new Error(`The number was not connected: ${JSON.stringify(checks)}`);
  return {
    phoneNumberId,
    wabaId: waba.id,
    channelId: channel.id,
    appId: app.id,
    appSecret: secret,
    webhookUrl: channel.webhookUrl,
  };
}
