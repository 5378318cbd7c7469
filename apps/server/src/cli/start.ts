import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { dataDirOf } from './folders.ts';
import { say } from './language.ts';
import { notices } from './supervisor/notices.ts';
import { type ProductSettings, readProductSettings } from './supervisor/product-settings.ts';
import { type RunningProduct, startProduct } from './supervisor/start-product.ts';

export const startCommand = new Command('start')
  .description('start everything on one data folder · すべてを起動する')
  .option('--port <port>', 'the web app (default: PORT or 7300)', parsePort)
  .option('--data-dir <folder>', 'where everything is kept (default: DATA_DIR or ./data)')
  .addOption(
    new Option('--role <role>', 'one part of several machines: requests or background work (default: all)')
      .choices(['all', 'api', 'worker'] as const)
      .env('ROLE'),
  )
  .option('--watch', 'restart the server when its sources change', false)
  .action(async (options) => {
    const startedMs = performance.now();
    const dataDir = options.dataDir ?? dataDirOf();
    const settings = readProductSettings({
      ...options,
      port: options.port,
      dataDir,
      environment: process.env,
    });
    const ending = new AbortController();
    const whenToldToStop = listenForStop(ending);
    say(notices.starting(dataDir));
    const product = await startProduct(settings, say);
    if (!ending.signal.aborted) await announce(product, settings, startedMs);
    await whenToldToStop;
    say(notices.stopping);
    await product.stop();
    say(notices.stopped);
  });

async function announce(
  product: RunningProduct,
  { dataDir, role }: ProductSettings,
  startedMs: number,
): Promise<void> {
  const link = role === 'worker' ? '' : await firstSignInLink(dataDir);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const { url, simulatorUrl } = product;
  if (role === 'worker') return say(notices.workerReady({ url, dataDir, seconds }));
  say(notices.ready({ url: link || url, isFirstOwner: link !== '', simulatorUrl, dataDir, seconds }));
}

/** Asked of a process of its own: this one is to stay small for as long as the product runs. */
async function firstSignInLink(dataDir: string): Promise<string> {
  const script = join(import.meta.dirname, 'renkei.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, 'sign-in-link', '--only-first'], {
    env: { ...process.env, DATA_DIR: dataDir },
  });
  return stdout.trim();
}

/** Ctrl-C, a service manager's SIGTERM, a closed terminal, or the end of the script that started us. */
function listenForStop(ending: AbortController): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      ending.abort();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    process.once('disconnect', stop);
  });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('a port is a whole number from 1 to 65535');
}
