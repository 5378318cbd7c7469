#!/usr/bin/env node
import { Command } from '@commander-js/extra-typings';
import { demoWorld } from './control/demo-world.ts';
import { startSimulator } from './main.ts';
import { runScenario } from './scenario/run-scenario.ts';

const command = new Command('simulator')
  .description('A WhatsApp Cloud API on your own machine, with virtual phones')
  .option('--port <port>', 'port to listen on; 0 takes a free one', Number, 7400)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--called <url>', 'what its answers call it, when it is reached by way of something else')
  .option('--data-dir <dir>', 'where the journal and the media lie; memory only without it')
  .option('--seed <number>', 'makes ids, delays and faults repeatable', Number)
  .option('--demo', 'a small shop with a few phones, when the world is still empty')
  .option('--scenario <file...>', 'plays scenarios instead, each in a world of its own; exits 0 or 1')
  .parse();

const { port, host, called, dataDir, seed, demo, scenario } = command.opts();
if (scenario !== undefined) process.exit(await playAll(scenario));

const simulator = await startSimulator({
  port,
  host,
  ...(called === undefined ? {} : { calledUrl: called }),
  ...(dataDir === undefined ? {} : { dataDir }),
  ...(seed === undefined ? {} : { seed }),
});
const { wabas } = await simulator.control.getWorld();
if (demo && wabas.length === 0) await simulator.control.mergeWorld(demoWorld);
console.log(`Simulator: ${simulator.url}`);

const stop = () => void simulator.stop().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

/** On a free port, unless one was asked for: a system that is started by hand needs to know it. */
async function playAll(paths: readonly string[]): Promise<number> {
  const asked = command.getOptionValueSource('port') === 'cli';
  let failed = 0;
  for (const path of paths) {
    const held = await runScenario(path, { port: asked ? port : 0, say: (line) => console.log(line) });
    if (!held) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}
