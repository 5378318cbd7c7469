import type { ChannelCheck, ChannelCredentials } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { createProblem, RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import { providerOf, webhookUrlOf } from '../connections.ts';
import { describeRefusal, unreachable } from '../describe-refusal.ts';
import { openEndpointSecrets } from '../endpoints.ts';
import type { ChannelsContext } from '../needs.ts';
import {
  type Provider,
  type ProviderAccount,
  ProviderCallError,
  type ProviderClient,
  type ProviderNumber,
} from '../port.ts';
import { deleteUnusedEndpoint, insertEndpoint, listEndpointRows } from '../store-endpoints.ts';
import { isReachableFromProvider } from './reachable-url.ts';

/** A way to a number that works: values judged, webhooks set up, number read. Nothing of a channel is stored yet. */
export interface Established {
  readonly provider: Provider;
  readonly account: ProviderAccount;
  readonly endpointId: string;
  readonly client: ProviderClient;
  readonly provesAppSecret: boolean;
  readonly number: ProviderNumber;
}

export interface Establishing {
  /** Null: a value is wrong, the checks say which, and nothing was left behind. */
  readonly established: Established | null;
  readonly checks: readonly ChannelCheck[];
}

/**
 * Judges the values of a form, makes the webhook endpoint and lets the provider try it. Whoever does not go on calls
 * `abandon`. Throws `graph_unreachable` when the provider does not answer any more.
 */
export async function establishConnection(
  context: ChannelsContext,
  workspaceId: string,
  credentials: ChannelCredentials,
): Promise<Establishing> {
  const provider = providerOf(context, credentials.provider ?? 'cloud-api');
  const checks = await provider.checkCredentials(credentials);
  if (checks.some(({ outcome }) => outcome === 'failed')) return { established: null, checks };
  const account = await answerOf(() => provider.identify(credentials));
  // Committed before the provider is asked to try it: its handshake comes to us on another connection.
  const endpointId = await context.platform.database.inTenant(workspaceId, (tx) =>
    findOrCreateEndpoint(context, tx, provider, account),
  );
  try {
    const webhookUrl = webhookUrlOf(context.publicUrl, provider.name, endpointId);
    const { client, number, provesAppSecret } = await chooseClient(provider, account, webhookUrl);
    const handshake = await tryWebhooks(context, provider, client, { ...account, url: webhookUrl });
    const judged = [...checks.filter(({ field }) => field !== handshake.field), handshake];
    if (handshake.outcome === 'failed') {
      await abandon(context, workspaceId, endpointId);
      return { established: null, checks: judged };
    }
    const established = { provider, account, endpointId, client, provesAppSecret, number };
    return { established, checks: judged };
  } catch (error) {
    await abandon(context, workspaceId, endpointId);
    throw error;
  }
}

/** Removes an endpoint that nothing came to use. */
export function abandon(context: ChannelsContext, workspaceId: string, endpointId: string): Promise<void> {
  return context.platform.database.inTenant(workspaceId, (tx) => deleteUnusedEndpoint(tx, endpointId));
}

/** Whoever signs with the same secrets sends all its webhooks to one place, so its numbers share an endpoint. */
async function findOrCreateEndpoint(
  context: ChannelsContext,
  tx: TenantTransaction,
  provider: Provider,
  { signingSecret, verifyToken }: ProviderAccount,
): Promise<string> {
  for (const row of await listEndpointRows(tx, provider.name)) {
    const secrets = await openEndpointSecrets(context.secretBox, row);
    if (secrets.signingSecret === signingSecret && secrets.verifyToken === verifyToken) return row.id;
  }
  const id = newId();
  const place = { workspaceId: tx.workspaceId, rowId: id };
  const seal = (secret: string, column: string) => context.secretBox.seal(secret, { ...place, column });
  const row = {
    workspaceId: tx.workspaceId,
    id,
    provider: provider.name,
    appSecretEncrypted: await seal(signingSecret, 'app_secret_encrypted'),
    verifyTokenEncrypted: await seal(verifyToken, 'verify_token_encrypted'),
  };
  await insertEndpoint(tx, row, context.platform.clock.now());
  tx.wake('endpoints', id);
  return id;
}

interface Callback {
  readonly url: string;
  readonly signingSecret: string;
  readonly verifyToken: string;
}

/** Lets webhooks come. The check it gives stands for the value that the provider's words name. */
async function tryWebhooks(
  context: ChannelsContext,
  provider: Provider,
  client: ProviderClient,
  { url, signingSecret, verifyToken }: Callback,
): Promise<ChannelCheck> {
  const { label, webhookField: field, enterWebhook } = provider.words;
  const isReachable = isReachableFromProvider(context.publicUrl, provider.baseUrl);
  try {
    await client.subscribe(isReachable ? { url, signingSecret, verifyToken } : null);
  } catch (error) {
    if (!(error instanceof ProviderCallError)) throw error;
    return handshakeFailed(provider, url, error);
  }
  if (isReachable) {
    const says = {
      en: `${label} sends what arrives to ${url}.`,
      ja: `${label}は受信した内容を ${url} に送ります。`,
    };
    return { field, outcome: 'ok', says, problem: null };
  }
  const byHand = enterWebhook(url);
  const says = {
    en: `${label} cannot reach ${url} from the internet. Set PUBLIC_URL to an https address that leads here, then ${byHand.en}. Sending works already; nothing arrives before that.`,
    ja: `インターネットから ${url} に到達できません。ここにつながるhttpsのアドレスをPUBLIC_URLに設定し、${byHand.ja}。送信はできますが、それまで受信はできません。`,
  };
  return { field, outcome: 'skipped', says, problem: null };
}

function handshakeFailed(
  { words }: Provider,
  url: string,
  { refusal, message }: ProviderCallError,
): ChannelCheck {
  const said = refusal ? describeRefusal(refusal) : { en: message, ja: message };
  const detail = {
    en: `${words.label} could not use ${url}: ${said.en}`,
    ja: `${words.label}が ${url} を利用できませんでした：${said.ja}`,
  };
  const remedy = {
    en: 'Make sure that this address leads to this server from the internet with a valid certificate (PUBLIC_URL), then try again.',
    ja: 'このアドレスが有効な証明書でインターネットからこのサーバーにつながること（PUBLIC_URL）を確認し、再試行してください。',
  };
  const problem = refusal
    ? createProblem(words.webhookProblem, { detail, remedy, providerCode: refusal.code })
    : createProblem('graph_unreachable', { detail });
  return { field: words.webhookField, outcome: 'failed', says: detail, problem };
}

/** The values are right by now, so a refusal without proof means that the app demands one. */
async function chooseClient(provider: Provider, account: ProviderAccount, webhookUrl: string) {
  const { signingSecret: appSecret, ...values } = { ...account, webhookUrl };
  const plain = provider.connect({ ...values, appSecret: null });
  try {
    return { client: plain, provesAppSecret: false, number: await plain.readNumber() };
  } catch (error) {
    if (!(error instanceof ProviderCallError) || !error.refusal) throw asTrouble(error);
    const client = provider.connect({ ...values, appSecret });
    return { client, provesAppSecret: true, number: await answerOf(() => client.readNumber()) };
  }
}

/** What was judged right a moment ago and fails now is trouble of the line. */
async function answerOf<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw asTrouble(error);
  }
}

function asTrouble(error: unknown): unknown {
  if (!(error instanceof ProviderCallError)) return error;
  if (!error.refusal) return unreachable(error);
  return new RenkeiError('graph_unreachable', { cause: error, detail: describeRefusal(error.refusal) });
}
