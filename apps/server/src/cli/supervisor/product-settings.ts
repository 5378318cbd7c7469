import { join } from 'node:path';
import { installationDir } from '../folders.ts';
import { sharedSettingsMissing } from './problems.ts';

export type ProductRole = 'all' | 'api' | 'worker';

export interface ProductSettings {
  readonly dataDir: string;
  readonly role: ProductRole;
  readonly host: string;
  readonly preferredPort: number;
  readonly preferredSimulatorPort: number;
  readonly externalDatabaseUrl: string | undefined;
  readonly withSimulator: boolean;
  /** Restart the server when its sources change. */
  readonly watch: boolean;
  readonly serverScript: string;
  readonly simulatorScript: string;
  /** Passed on to the children. */
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * What `renkei start` was asked for, from its options and the environment.
 *
 * @throws OperatorError when one part of several machines is to start without what they share
 */
export function readProductSettings(options: {
  readonly dataDir: string;
  readonly port: number | undefined;
  readonly role?: ProductRole | undefined;
  readonly watch: boolean;
  readonly environment: NodeJS.ProcessEnv;
}): ProductSettings {
  const { environment, role = 'all' } = options;
  if (role !== 'all') requireShared(role, environment);
  return {
    dataDir: options.dataDir,
    role,
    host: environment['HOST'] || '127.0.0.1',
    preferredPort: options.port ?? portOf(environment['PORT'], 7300),
    preferredSimulatorPort: portOf(environment['SIMULATOR_PORT'], 7400),
    externalDatabaseUrl: environment['DATABASE_URL'],
    withSimulator: wantsSimulator(environment, role),
    watch: options.watch,
    serverScript: join(installationDir, 'apps/server/src/main.ts'),
    simulatorScript: join(installationDir, 'apps/simulator/src/cli.ts'),
    environment,
  };
}

/**
 * RENKEI_SIMULATOR=on|off decides; else the simulator stands in as long as no GRAPH_URL names the real thing. Never of
 * itself beside one of several machines, which would each have a world of their own.
 */
function wantsSimulator(environment: NodeJS.ProcessEnv, role: ProductRole): boolean {
  const wish = environment['RENKEI_SIMULATOR'];
  if (wish === 'on') return true;
  return wish !== 'off' && !environment['GRAPH_URL'] && role === 'all';
}

/** An embedded database, or a key made up here, would belong to this machine alone. */
function requireShared(role: ProductRole, environment: NodeJS.ProcessEnv): void {
  const missing = ['DATABASE_URL', 'MASTER_KEY'].filter((name) => !environment[name]);
  if (missing.length > 0) throw sharedSettingsMissing(role, missing);
}

function portOf(text: string | undefined, otherwise: number): number {
  const port = Number(text);
  return text !== undefined && Number.isInteger(port) && port > 0 && port < 65_536 ? port : otherwise;
}

/** The server's environment (its schema is `config.ts`); what the operator set himself stays as he set it. */
export function serverEnvironment(
  settings: ProductSettings,
  found: { readonly port: number; readonly databaseUrl: string; readonly simulatorUrl: string | undefined },
): NodeJS.ProcessEnv {
  const simulator = found.simulatorUrl && {
    GRAPH_URL: found.simulatorUrl,
    DIALOG360_URL: `${found.simulatorUrl}/360dialog`,
    TWILIO_URL: found.simulatorUrl,
    DEMO_CONTROL_URL: found.simulatorUrl,
    COMPANION_URL: `${found.simulatorUrl}/phone`,
  };
  return {
    NODE_ENV: 'production',
    ...simulator,
    ...settings.environment,
    ROLE: settings.role,
    HOST: settings.host,
    PORT: String(found.port),
    DATA_DIR: settings.dataDir,
    DATABASE_URL: found.databaseUrl,
  };
}
