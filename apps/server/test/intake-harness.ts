import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { signBody } from '@renkei/graph-api';
import {
  findChannelsByNumber,
  noteBusinessApp,
  type ReceivedNumberChange,
  type ReceivedTemplateChange,
  type WebhookEndpoint,
} from '#modules/channels';
import { createConsentModule } from '#modules/consent';
import { createContactsModule } from '#modules/contacts';
import { createIngestModule } from '#modules/ingest';
import { createInboundMessages, type SendEvidence } from '#modules/messages';
import { createSystemStatements } from '#platform/database';
import type { Worker } from '#platform/module';
import type { TestPlatform } from './test-platform.ts';
import { openWebhookDoor } from './webhook-door.ts';

/** A connected number as tests see it. */
export interface TestNumber {
  readonly endpointId: string;
  readonly workspaceId: string;
  readonly channelId: string;
  readonly phoneNumberId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
}

export interface IntakeHarness {
  readonly url: string;
  readonly workers: readonly Worker[];
  readonly evidence: {
    known: Awaited<ReturnType<SendEvidence['findMessagesByAttemptKeys']>>;
    confirmed: string[];
  };
  /** What the account told about templates and numbers, in the order in which it came. */
  readonly account: {
    readonly templates: ReceivedTemplateChange[];
    readonly numbers: ReceivedNumberChange[];
  };
  addNumber(number?: Partial<TestNumber>): Promise<TestNumber>;
  /** Posts a body, signed as Meta signs. */
  post(
    number: TestNumber,
    body: string | Uint8Array,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** Works off everything that is stored. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** Webhooks in over HTTP, contacts and messages behind it; media and sends are stand-ins. */
export async function createIntakeHarness(platform: TestPlatform): Promise<IntakeHarness> {
  const endpoints = new Map<string, WebhookEndpoint>();
  const evidence: IntakeHarness['evidence'] = { known: new Map(), confirmed: [] };
  const account: IntakeHarness['account'] = { templates: [], numbers: [] };
  const recordAudit = async () => undefined;
  const { contacts } = createContactsModule({ platform, recordAudit });
  const { consent } = createConsentModule({
    platform,
    recordAudit,
    memberNames: async () => new Map(),
    findContact: contacts.resolveId,
    holdContact: contacts.hold,
  });
  const inbound = createInboundMessages({
    platform,
    contacts,
    consent,
    confirmConsent: async () => undefined,
    media: { expectFromProvider: async (_transaction, items) => items.map(() => randomUUID()) },
    evidence: {
      findMessagesByAttemptKeys: async () => evidence.known,
      confirmAttempts: async (_transaction, attempts) => {
        evidence.confirmed.push(...attempts.map(({ attemptKey }) => attemptKey));
      },
      endWaiting: async () => undefined,
      countReceived: async () => undefined,
    },
    onConversationsMerged: async () => undefined,
  });
  const door = await openWebhookDoor();
  const statements = createSystemStatements({
    connection: platform.temporary.ownerConnection,
    log: platform.log,
    poolSize: 3,
  });
  const ingest = createIngestModule({
    platform,
    recordAudit,
    endpoints: { find: async (endpointId) => endpoints.get(endpointId) },
    sink: inbound.sink,
    account: {
      changeTemplates: async (_transaction, changes) => void account.templates.push(...changes),
      changeNumbers: async (_transaction, changes) => void account.numbers.push(...changes),
      findChannels: findChannelsByNumber,
      noteBusinessApp,
    },
    intakeStatements: statements,
    publicUrl: door.url,
  });
  door.handleWith(ingest.handleWebhook);
  const { url } = door;
  return {
    url,
    workers: ingest.module.workers,
    evidence,
    account,
    async addNumber(given = {}) {
      const number: TestNumber = {
        endpointId: randomUUID(),
        workspaceId: given.workspaceId ?? (await platform.createWorkspace()),
        channelId: randomUUID(),
        phoneNumberId: String(400_000_000_000_000 + Math.floor(randomBytes(4).readUInt32BE())),
        appSecret: randomBytes(16).toString('hex'),
        verifyToken: randomBytes(16).toString('hex'),
        ...given,
      };
      endpoints.set(number.endpointId, {
        workspaceId: number.workspaceId,
        endpointId: number.endpointId,
        provider: 'cloud-api',
        signingKey: createSecretKey(number.appSecret, 'utf8'),
        verifyToken: number.verifyToken,
        phoneNumberIds: new Map([[number.phoneNumberId, number.channelId]]),
      });
      return number;
    },
    post(number, body, headers = {}) {
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      return fetch(`${url}/webhooks/cloud-api/${number.endpointId}`, {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'x-hub-signature-256': signBody(number.appSecret, bytes), ...headers },
      });
    },
    drain: () => ingest.normaliser.drain(),
    async close() {
      await door.close();
      await ingest.closeIntake();
      await statements.close();
    },
  };
}
