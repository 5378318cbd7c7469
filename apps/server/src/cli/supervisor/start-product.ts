import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Localized } from '@renkei/contract';
import { createLogger, type Logger } from '#platform/log';
import { acquireDataFolderLock, type DataFolderLock } from './data-folder-lock.ts';
import { endAbandonedChildren } from './end-abandoned-children.ts';
import { findFreePort } from './free-port.ts';
import { openLogFile } from './log-file.ts';
import type { ManagedChild } from './managed-child.ts';
import { notices } from './notices.ts';
import { serverMemory, simulatorMemory } from './process-memory.ts';
import { type Family, startProductChild } from './product-child.ts';
import { type ProductSettings, serverEnvironment } from './product-settings.ts';
import { startDatabase } from './supervised-database.ts';
import { upgradeBeforeStart } from './upgrade.ts';

export interface RunningProduct {
  readonly url: string;
  /** Undefined when the provider is Meta itself. */
  readonly simulatorUrl: string | undefined;
  readonly databaseUrl: string;
  /** Server, then simulator, then PostgreSQL, within 15 seconds together. Safe to call twice. */
  stop(): Promise<void>;
}

/** What is called at the end, last started first. */
type Undo = (() => Promise<void>)[];
type Tell = (notice: Localized) => void;

/**
 * Starts everything on one data folder, each part after what it needs, and keeps it running.
 *
 * @throws OperatorError when a part cannot start; what had started before it is stopped again
 */
export async function startProduct(settings: ProductSettings, tell: Tell): Promise<RunningProduct> {
  const undo: Undo = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= undoAll(undo);
    return stopping;
  };
  try {
    return { ...(await startInOrder(settings, tell, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startInOrder(
  settings: ProductSettings,
  tell: Tell,
  undo: Undo,
): Promise<Omit<RunningProduct, 'stop'>> {
  const { dataDir } = settings;
  const lock = await own(dataDir, tell, undo);
  const log = await openSupervisorLog(dataDir, undo);

  const database = await startDatabase({ dataDir, externalUrl: settings.externalDatabaseUrl, log });
  undo.push(() => database.stop());
  await upgradeBeforeStart(settings, database.url);
  const family: Family = { dataDir, lock, log, tell, undo, pids: new Map(), ports: new Set() };

  const simulator = settings.withSimulator ? await launchSimulator(settings, family) : undefined;
  const simulatorUrl = simulator?.url;
  const server = await launchServer(settings, family, { databaseUrl: database.url, simulatorUrl });
  // Neither needs the other in order to start, so they do so at the same time.
  await Promise.all([simulator?.child.ready, server.child.ready]);
  await lock.update({ databaseUrl: database.url, simulatorUrl, url: server.url });
  return { url: server.url, simulatorUrl, databaseUrl: database.url };
}

async function own(dataDir: string, tell: Tell, undo: Undo): Promise<DataFolderLock> {
  const lock = await acquireDataFolderLock(dataDir);
  undo.push(() => lock.release());
  if (lock.abandoned !== undefined) {
    tell(notices.recovering(lock.abandoned.since));
    await endAbandonedChildren(lock.abandoned.children);
  }
  return lock;
}

async function openSupervisorLog(dataDir: string, undo: Undo): Promise<Logger> {
  const file = await openLogFile(dataDir, 'supervisor');
  undo.push(() => file.close());
  return createLogger('debug', { write: (line) => writeSync(file.descriptor, line) });
}

interface Launched {
  readonly url: string;
  readonly child: ManagedChild;
}

async function launchSimulator(settings: ProductSettings, family: Family): Promise<Launched> {
  const { dataDir, host } = settings;
  const port = await choosePort(settings.preferredSimulatorPort, host, family);
  const url = urlOf(host, port);
  const child = await startProductChild(family, {
    name: 'simulator',
    nodeArguments: [
      ...simulatorMemory,
      settings.simulatorScript,
      ...['--port', String(port), '--host', host, '--data-dir', join(dataDir, 'simulator')],
    ],
    environment: settings.environment,
    readyUrl: url,
    stopWithinMs: 2_000,
  });
  return { url, child };
}

async function launchServer(
  settings: ProductSettings,
  family: Family,
  found: { readonly databaseUrl: string; readonly simulatorUrl: string | undefined },
): Promise<Launched> {
  const port = await choosePort(settings.preferredPort, settings.host, family);
  const url = urlOf(settings.host, port);
  const child = await startProductChild(family, {
    name: 'server',
    nodeArguments: [...serverMemory, ...(settings.watch ? ['--watch'] : []), settings.serverScript],
    environment: serverEnvironment(settings, { ...found, port }),
    readyUrl: `${url}/livez`,
    // With the database's moment after it, all ends within the 15 s that the guide promises.
    stopWithinMs: 13_000,
  });
  return { url, child };
}

/** Reserved at once: a process that was given a port has not yet taken it. */
async function choosePort(preferredPort: number, host: string, { ports, tell }: Family): Promise<number> {
  const port = await findFreePort(preferredPort, host, ports);
  ports.add(port);
  if (port !== preferredPort) tell(notices.portTaken(preferredPort, port));
  return port;
}

/** An address of this machine that a browser on it understands; 0.0.0.0 is none. */
function urlOf(host: string, port: number): string {
  const isLocal = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host);
  return `http://${isLocal ? 'localhost' : host}:${port}`;
}

async function undoAll(undo: Undo): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}
