/** The server process: reads its configuration, starts, and stops when it is told to. */
import { readConfig } from '#config';
import { createLogger } from '#platform/log';
import { startApp } from './app.ts';

/** Nobody waits longer for a process to end; a supervisor kills it then. */
const stopWithinMs = 15_000;

const config = readConfig(process.env);
const log = createLogger(config.logLevel);

const app = await startApp(config, log).catch((error: unknown) => {
  log.fatal({ err: error }, 'the server could not start');
  process.exit(1);
});
log.info({ port: app.port, role: config.role, publicUrl: config.publicUrl }, 'ready');
process.send?.({ type: 'ready', port: app.port });

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
// The parent is gone without a word: nobody else would ever stop us.
process.on('disconnect', () => void stop('disconnect'));

async function stop(why: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ why }, 'stopping');
  setTimeout(() => {
    log.error('could not stop in time');
    process.exit(1);
  }, stopWithinMs).unref();
  try {
    await app.stop();
    log.info('stopped');
    process.exit(0);
  } catch (error) {
    log.error({ err: error }, 'did not stop cleanly');
    process.exit(1);
  }
}
