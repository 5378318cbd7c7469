import type { Channel, ChannelCheck, ChannelCredentials } from '@renkei/contract';
import { isUniqueViolation, type TenantTransaction } from '#platform/database';
import { createProblem, RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Principal } from '#platform/module';
import { providerOf, tokenPlace } from '../connections.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { openEndpointSecrets } from '../endpoints.ts';
import type { ChannelsContext } from '../needs.ts';
import { type Provider, ProviderCallError, type ProviderClient } from '../port.ts';
import { findChannelByNumber, isNumberTaken, saveChannel } from '../store.ts';
import { deleteUnusedEndpoint, insertEndpoint, listEndpointRows } from '../store-endpoints.ts';
import { getChannel } from './list-channels.ts';
import { isReachableFromProvider } from './reachable-url.ts';
import { runReaders } from './run-readers.ts';
import { webhookUrlOf } from './view-channels.ts';

const providerName = 'cloud-api';

interface Connected {
  readonly channel: Channel | null;
  readonly checks: readonly ChannelCheck[];
}

/**
 * Connects a number: judges the five values, makes the webhook endpoint, lets the provider try it, stores the secrets
 * encrypted and reads the templates. A value that is wrong leaves nothing behind.
 */
export async function connectChannel(
  context: ChannelsContext,
  principal: Principal,
  credentials: ChannelCredentials & { readonly name?: string | undefined },
): Promise<Connected> {
  const { database } = context.platform;
  const provider = providerOf(context, providerName);
  const checks = await provider.checkCredentials(credentials);
  if (checks.some(({ outcome }) => outcome === 'failed')) return { channel: null, checks };
  if (await database.inSystem((tx) => isNumberTaken(tx, providerName, credentials.phoneNumberId))) {
    throw new RenkeiError('channel_taken');
  }
  // Committed before the provider is asked to try it: its handshake comes to us on another connection.
  const endpointId = await database.inTenant(principal.workspaceId, (tx) =>
    findOrCreateEndpoint(context, tx, credentials),
  );
  const { client, provesAppSecret } = await chooseClient(provider, credentials);
  const removeEndpoint = () =>
    database.inTenant(principal.workspaceId, (tx) => deleteUnusedEndpoint(tx, endpointId));
  const handshake = await tryWebhooks(context, client, endpointId, credentials.verifyToken);
  const judged = checks.map((check) => (check.field === 'verifyToken' && handshake ? handshake : check));
  if (handshake?.outcome === 'failed') {
    await removeEndpoint();
    return { channel: null, checks: judged };
  }
  try {
    const connection = { credentials, endpointId, client, provesAppSecret };
    const channelId = await store(context, principal, connection);
    context.endpoints.forget(endpointId);
    await runReaders(context, principal.workspaceId, channelId, credentials.wabaId, client);
    return { channel: await getChannel(context, principal.workspaceId, channelId), checks: judged };
  } catch (error) {
    await removeEndpoint();
    if (isUniqueViolation(error, 'channels_phone_number_id')) throw new RenkeiError('channel_taken');
    throw error;
  }
}

/** An app sends all its webhooks to one place, so numbers of the same app and verify token share an endpoint. */
async function findOrCreateEndpoint(
  context: ChannelsContext,
  tx: TenantTransaction,
  { appSecret, verifyToken }: ChannelCredentials,
): Promise<string> {
  for (const row of await listEndpointRows(tx, providerName)) {
    const secrets = await openEndpointSecrets(context.secretBox, row);
    if (secrets.appSecret === appSecret && secrets.verifyToken === verifyToken) return row.id;
  }
  const id = newId();
  const place = { workspaceId: tx.workspaceId, rowId: id };
  const row = {
    workspaceId: tx.workspaceId,
    id,
    provider: providerName,
    appSecretEncrypted: await context.secretBox.seal(appSecret, { ...place, column: 'app_secret_encrypted' }),
    verifyTokenEncrypted: await context.secretBox.seal(verifyToken, {
      ...place,
      column: 'verify_token_encrypted',
    }),
  };
  await insertEndpoint(tx, row, context.platform.clock.now());
  tx.wake('endpoints', id);
  return id;
}

/** Subscribes to the account's webhooks. The check it gives replaces the one that looked at the verify token only. */
async function tryWebhooks(
  context: ChannelsContext,
  client: ProviderClient,
  endpointId: string,
  verifyToken: string,
): Promise<ChannelCheck | undefined> {
  const url = webhookUrlOf(context.publicUrl, providerName, endpointId);
  const reachable = isReachableFromProvider(context.publicUrl, context.graphUrl);
  try {
    await client.subscribe(reachable ? { url, verifyToken } : null);
  } catch (error) {
    if (!(error instanceof ProviderCallError)) throw error;
    return handshakeFailed(url, error);
  }
  const says = reachable
    ? {
        en: `Meta has tried ${url} with this verify token: it works.`,
        ja: `Metaがこの検証トークンで ${url} を確認しました。正常です。`,
      }
    : {
        en: `Meta cannot reach ${url} from the internet. Set PUBLIC_URL to an https address that leads here, then enter ${url} and this verify token at Meta → WhatsApp → Configuration. Sending works already; nothing arrives before that.`,
        ja: `インターネットから ${url} に到達できません。ここにつながるhttpsのアドレスをPUBLIC_URLに設定し、Metaの「WhatsApp → 設定」に ${url} とこの検証トークンを入力してください。送信はできますが、それまで受信はできません。`,
      };
  return { field: 'verifyToken', outcome: reachable ? 'ok' : 'skipped', says, problem: null };
}

function handshakeFailed(url: string, { refusal, message }: ProviderCallError): ChannelCheck {
  const said = refusal ? describeRefusal(refusal) : { en: message, ja: message };
  const detail = {
    en: `Meta could not verify ${url}: ${said.en}`,
    ja: `Metaが ${url} を確認できませんでした：${said.ja}`,
  };
  const remedy = {
    en: 'Make sure that this address leads to this server from the internet with a valid certificate (PUBLIC_URL), then try again.',
    ja: 'このアドレスが有効な証明書でインターネットからこのサーバーにつながること（PUBLIC_URL）を確認し、再試行してください。',
  };
  const problem = refusal
    ? createProblem('channel_verify_token_wrong', { detail, remedy, providerCode: refusal.code })
    : createProblem('graph_unreachable', { detail });
  return { field: 'verifyToken', outcome: 'failed', says: detail, problem };
}

/** The values are right by now, so a refusal without proof means that the app demands one. */
async function chooseClient(
  provider: Provider,
  credentials: ChannelCredentials,
): Promise<{ readonly client: ProviderClient; readonly provesAppSecret: boolean }> {
  const plain = provider.connect({ ...credentials, appSecret: null });
  try {
    await plain.readNumber();
    return { client: plain, provesAppSecret: false };
  } catch (error) {
    if (!(error instanceof ProviderCallError) || !error.refusal) throw error;
    return { client: provider.connect(credentials), provesAppSecret: true };
  }
}

interface NewConnection {
  readonly credentials: ChannelCredentials & { readonly name?: string | undefined };
  readonly endpointId: string;
  readonly client: ProviderClient;
  readonly provesAppSecret: boolean;
}

async function store(
  context: ChannelsContext,
  principal: Principal,
  { credentials, endpointId, client, provesAppSecret }: NewConnection,
): Promise<string> {
  const number = await client.readNumber();
  const now = context.platform.clock.now();
  return context.platform.database.inTenant(principal.workspaceId, async (tx) => {
    const former = await findChannelByNumber(tx, providerName, credentials.phoneNumberId);
    const id = former?.id ?? newId();
    const place = tokenPlace({ workspaceId: tx.workspaceId, id });
    await saveChannel(tx, {
      workspaceId: tx.workspaceId,
      id,
      provider: providerName,
      name: credentials.name ?? former?.name ?? number.verifiedName ?? number.displayPhoneNumber,
      phoneNumberId: credentials.phoneNumberId,
      wabaId: credentials.wabaId,
      phoneNumber: number.phoneNumber,
      displayPhoneNumber: number.displayPhoneNumber,
      endpointId,
      accessTokenEncrypted: await context.secretBox.seal(credentials.accessToken, place),
      provesAppSecret,
      state: 'connected',
      stateReason: null,
      stateSince: now,
      qualityRating: number.qualityRating,
      messagesPerSecond: number.messagesPerSecond,
      onBusinessApp: number.onBusinessApp,
      createdAt: former?.createdAt ?? now,
      disconnectedAt: null,
    });
    await context.recordAudit(tx, {
      principal,
      action: 'channel.connected',
      subjectId: id,
      detail: { phoneNumberId: credentials.phoneNumberId, wabaId: credentials.wabaId },
    });
    tx.publish({ type: 'channel.updated', channelId: id });
    tx.wake('endpoints', endpointId);
    return id;
  });
}
