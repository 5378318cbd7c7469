import { dataDirOf } from '../folders.ts';
import { answers } from '../supervisor/answers.ts';
import { findLockHolder, type LockContent } from '../supervisor/data-folder-lock.ts';
import { findFreePort } from '../supervisor/free-port.ts';
import { readProductSettings } from '../supervisor/product-settings.ts';
import { type Check, type Finding, ok, problem, same } from './finding.ts';

const server = { en: 'Server', ja: 'サーバー' };
const ports = { en: 'Port', ja: 'ポート' };
const provider = { en: 'Graph API', ja: 'Graph API' };

export const checkNetwork: Check = async (environment) => {
  const dataDir = dataDirOf(environment);
  const settings = readProductSettings({ dataDir, port: undefined, watch: false, environment });
  const holder = await findLockHolder(dataDir);
  const own = holder?.url === undefined ? await checkPort(settings) : await checkServer(holder.url);
  return [own, ...(await checkProvider(settings, holder))];
};

async function checkServer(url: string): Promise<Finding> {
  const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(
    () => undefined,
  );
  if (response?.ok) return ok(server, same(url));
  const detail =
    response === undefined ? 'no answer' : `${response.status} ${(await response.text()).slice(0, 500)}`;
  return problem(server, same(`${url}: ${detail}`), {
    en: 'The reasons are in the answer and in logs/server.log of the data folder.',
    ja: '理由は応答と、データフォルダーの logs/server.log に書かれています。',
  });
}

async function checkPort(settings: {
  readonly preferredPort: number;
  readonly host: string;
}): Promise<Finding> {
  const port = await findFreePort(settings.preferredPort, settings.host);
  if (port === settings.preferredPort)
    return ok(ports, { en: `${port} is free`, ja: `${port} は空いています` });
  return ok(ports, {
    en: `${settings.preferredPort} is taken; the next start takes ${port}`,
    ja: `${settings.preferredPort} は使用中です。次の起動では ${port} を使用します`,
  });
}

async function checkProvider(
  settings: { readonly withSimulator: boolean; readonly environment: NodeJS.ProcessEnv },
  holder: LockContent | undefined,
): Promise<readonly Finding[]> {
  const ownSimulator = settings.withSimulator ? holder?.simulatorUrl : undefined;
  if (settings.withSimulator && ownSimulator === undefined) {
    return [
      ok(provider, {
        en: 'the simulator, started with the product',
        ja: 'シミュレーター（本体と同時に起動）',
      }),
    ];
  }
  const url = ownSimulator ?? (settings.environment['GRAPH_URL'] || 'https://graph.facebook.com');
  if (await answers(url, { withinMs: 5_000, orRefuses: true })) return [ok(provider, same(url))];
  return [
    problem(
      provider,
      { en: `${url} does not answer`, ja: `${url} が応答しません` },
      {
        en: 'Check the network, a proxy or firewall, and GRAPH_URL. Messages wait in the queue meanwhile.',
        ja: 'ネットワーク、プロキシ、ファイアウォール、GRAPH_URL を確認してください。その間メッセージは待機します。',
      },
    ),
  ];
}
