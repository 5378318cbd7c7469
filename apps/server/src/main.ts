/** The server process: reads its configuration, starts, and stops when it is told to. Says nothing but log lines. */
import { readConfig } from '#config';
import { createLogger } from '#platform/log';
import { type App, startApp } from './app.ts';

/** Before the supervisor kills it (start-product.ts); everything here is safe to be killed at any moment. */
const stopWithinMs = 12_000;

const log = createLogger(process.env['LOG_LEVEL'] ?? 'info');
const starting = start();
let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
// Whoever started us is gone without a word: nobody else would ever stop us.
process.on('disconnect', () => void stop('disconnect'));

async function start(): Promise<App> {
  try {
    const config = readConfig(process.env);
    const app = await startApp(config, log);
    giveBackStartMemory();
    log.info({ port: app.port, role: config.role, publicUrl: config.publicUrl }, 'ready');
    process.send?.({ type: 'ready', port: app.port });
    return app;
  } catch (error) {
    log.fatal({ err: error }, 'the server could not start');
    process.exit(1);
  }
}

/** Loading leaves some 20 MB behind that the engine would hold for as long as there is little to do. Takes 0.1 s. */
function giveBackStartMemory(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

async function stop(why: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log.info({ why }, 'stopping');
  setTimeout(() => {
    log.error('could not stop in time');
    process.exit(1);
  }, stopWithinMs).unref();
  try {
    const app = await starting;
    await app.stop();
    log.info('stopped');
    process.exit(0);
  } catch (error) {
    log.error({ err: error }, 'did not stop cleanly');
    process.exit(1);
  }
}
