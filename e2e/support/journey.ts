import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { createSimulatorControl, type SimulatorControl } from '@renkei/simulator';

const run = promisify(execFile);
const commandLine = fileURLToPath(new URL('../../apps/server/src/cli/renkei.ts', import.meta.url));

/** Where the signed-in owner's cookies are kept from the first journey on. */
export const ownerSession = fileURLToPath(new URL('../../out/owner-session.json', import.meta.url));

export interface Customer {
  /** Digits with country code. */
  readonly waId: string;
  readonly name: string;
}

interface JourneyFixtures {
  readonly simulator: SimulatorControl;
  /** The business number that the ready world connects. */
  readonly phoneNumberId: string;
  /** A customer whom nobody met before: journeys share the world, not the people. */
  readonly makeCustomer: (firstName: string) => Promise<Customer>;
  /** A text from a customer, as if typed on their phone. */
  readonly customerWrites: (customer: Customer, text: string) => Promise<void>;
  /** The simulated Graph API with the token of the connected app: `POST` with a body, else `GET`; throws refusals. */
  readonly callGraph: (path: string, body?: object) => Promise<unknown>;
  readonly openWindow: OpenWindow;
}

/**
 * A window beside the member's, in which nobody is signed in; closed with the journey. A window, not a tab: a tab behind
 * another is drawn about once a second, and before every click Playwright waits for two drawings.
 */
export type OpenWindow = () => Promise<Page>;

export const test = base.extend<JourneyFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameters from a pattern.
  simulator: async ({}, use) => use(createSimulatorControl(environment('RENKEI_SIMULATOR_URL'))),
  phoneNumberId: async ({ simulator }, use) => {
    const { wabas } = await simulator.getWorld();
    const number = wabas.flatMap(({ phoneNumbers }) => phoneNumbers)[0];
    if (number === undefined) throw new Error('The ready world has no business number.');
    await use(number.id);
  },
  makeCustomer: async ({ simulator }, use, { parallelIndex }) => {
    await use(async (firstName) => {
      const { customers } = await simulator.getWorld();
      // Each browser has a thousand of its own.
      const number = String(customers.length + 1_000 * parallelIndex).padStart(4, '0');
      const customer = { waId: `81901000${number}`, name: `${firstName} ${number}` };
      await simulator.mergeWorld({ customers: [customer] });
      return customer;
    });
  },
  customerWrites: async ({ simulator, phoneNumberId }, use) => {
    await use(async ({ waId }, body) => {
      await simulator.sendInbound([{ phoneNumberId, waId, type: 'text', text: { body } }]);
    });
  },
  callGraph: async ({ simulator, request }, use) => {
    await use(async (path, body) => {
      const { apps } = await simulator.getWorld();
      const answer = await request.fetch(new URL(path, environment('RENKEI_SIMULATOR_URL')).href, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${apps[0]?.accessToken}` },
        data: body,
      });
      if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
      return answer.json();
    });
  },
  openWindow: async ({ browser }, use) => {
    const windows: BrowserContext[] = [];
    await use(async () => {
      const window = await browser.newContext({ storageState: { cookies: [], origins: [] } });
      windows.push(window);
      return window.newPage();
    });
    for (const window of windows) await window.close();
  },
});

export { expect } from '@playwright/test';

/** What `renkei sign-in-link` prints. */
export async function makeSignInLink(): Promise<string> {
  return runCommand('sign-in-link');
}

/** What a `renkei` command prints that is given to the product from outside. */
export async function runCommand(name: string): Promise<string> {
  const { stdout } = await run(process.execPath, [commandLine, name], {
    env: { ...process.env, DATA_DIR: environment('RENKEI_DATA_DIR') },
  });
  return stdout.trim();
}

export function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is set by support/start-product.ts`);
  return value;
}
