import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webhookFields } from '@renkei/graph-api';
import type { Simulator } from '../main.ts';
import { settingsChangeSchema } from '../world/settings.ts';
import type { ScenarioFile } from './scenario-file.ts';
import type { Stage } from './stage.ts';

export interface Callback {
  readonly url: string;
  readonly verifyToken: string;
  readonly appSecret: string;
}

/** Makes the world a scenario asks for. */
export async function setStage(
  { control, url }: Simulator,
  { head }: ScenarioFile,
  { callback, patienceMs }: { readonly callback: Callback; readonly patienceMs: number },
): Promise<Stage & { readonly appId: string }> {
  const { business, customers, templates, settings, start } = head;
  // Rates and reviews stay as they are at Meta; only what is told takes no real time.
  await control.setSettings({ statusDelayMs: { min: 0, max: 0 }, ...settingsChangeSchema.parse(settings) });
  if (start !== undefined) await control.moveClock({ offsetMs: Date.parse(start) - Date.now() });
  const world = await control.mergeWorld({
    portfolios: [{ id: portfolioId, name: business.name, messagingLimit: business.messagingLimit }],
    wabas: [
      {
        portfolioId,
        name: business.name,
        phoneNumbers: [
          {
            displayPhoneNumber: business.number,
            verifiedName: business.name,
            onBusinessApp: business.onBusinessApp || business.businessApp !== undefined,
            ...(business.businessApp ? { businessApp: business.businessApp } : {}),
          },
        ],
        templates,
      },
    ],
    apps: [
      {
        secret: callback.appSecret,
        verifyToken: callback.verifyToken,
        callbackUrl: callback.url,
        fields: Object.keys(webhookFields),
      },
    ],
    customers: Object.entries(customers).map(([name, customer]) => ({ name, ...customer })),
  });
  const [waba] = world.wabas;
  const [phoneNumber] = waba?.phoneNumbers ?? [];
  const [app] = world.apps;
  if (!waba || !phoneNumber || app?.accessToken === undefined) throw new Error('The world is not complete');
  return {
    control,
    url,
    appId: app.id,
    business: { phoneNumberId: phoneNumber.id, wabaId: waba.id, accessToken: app.accessToken },
    patienceMs,
    ownSends: [],
    position: 0,
    lastSend: undefined,
  };
}

const portfolioId = '100000000000001';

/** Takes the webhooks of a scenario that tests no system: what comes is read in the simulator's own ledger. */
export async function listenForNothing(): Promise<Callback & { close(): void }> {
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => response.writeHead(200).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    verifyToken: 'scenario-verify-token',
    appSecret: 'scenario-app-secret',
    close: () => server.close(),
  };
}
